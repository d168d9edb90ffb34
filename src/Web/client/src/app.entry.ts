import { body } from './body';
import { gates } from './gates';
import { bodyMap } from './body-map';
import { countdown } from './countdown';
import { figures } from './figures';
import { keptForms } from './kept-forms';
import { mending } from './mending';
import { offline } from './offline';
import { outboxSign } from './outbox-sign';
import { print } from './print';
import { refusedList } from './refused-list';
import { sessions } from './sessions';
import { push } from './push';

// Every page works without this script. It only makes some of them nicer.
gates();
bodyMap();
print();
countdown();
sessions();
push();
figures();
outboxSign();
keptForms();
mending();
refusedList();
offline();
body();
