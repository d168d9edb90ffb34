import { gates } from './gates';
import { bodyMap } from './body-map';
import { print } from './print';

// Every page works without this script. It only makes some of them nicer.
gates();
bodyMap();
print();
