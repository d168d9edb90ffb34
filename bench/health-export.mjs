// Writes a made-up export.xml of Apple Health to standard output: node bench/health-export.mjs 200 > /tmp/export.xml   (megabytes)
// A phone and a watch count the same steps every ten minutes, both see the sleep, and other records lie between, as in a real one.
const most = Number(process.argv[2] ?? 200) * 1024 * 1024;
const start = Date.UTC(2016, 0, 1);
let written = 0, part = [];

const at = minutes => new Date(start + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ') + ' +0000';
const say = text => { part.push(text); written += text.length; };
const device = name => `device="&lt;&lt;HKDevice: 0x28${(written % 9973).toString(16)}, name:${name}, manufacturer:Maker, model:${name}, hardware:${name}1,2&gt;"`;
const record = (type, name, unit, from, to, value) => say(` <Record type="${type}" sourceName="${name} of a person" sourceVersion="10.1" ${device(name)} ${unit} creationDate="${at(to)}" startDate="${at(from)}" endDate="${at(to)}" value="${value}"/>\n`);

say('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>\n<!ATTLIST HealthData locale CDATA #REQUIRED>\n]>\n<HealthData locale="en_GB">\n');
for (let day = 0; written < most; day++) {
  const midnight = day * 1440;
  for (let slot = 0; slot < 96 && written < most; slot++) {
    const from = midnight + 420 + slot * 10;
    record('HKQuantityTypeIdentifierStepCount', 'Phone', 'unit="count"', from, from + 9, (day * 31 + slot * 7) % 180);
    record('HKQuantityTypeIdentifierStepCount', 'Watch', 'unit="count"', from, from + 9, (day * 29 + slot * 11) % 190);
    record('HKQuantityTypeIdentifierHeartRate', 'Watch', 'unit="count/min"', from, from, 55 + (slot % 40));
  }
  for (let hour = 0; hour < 7; hour++) record('HKCategoryTypeIdentifierSleepAnalysis', 'Watch', '', midnight - 60 + hour * 60, midnight - 5 + hour * 60, 'HKCategoryValueSleepAnalysisAsleepCore');
  record('HKCategoryTypeIdentifierSleepAnalysis', 'Phone', '', midnight - 75, midnight + 375, 'HKCategoryValueSleepAnalysisInBed');
  if (part.length > 20_000) {
    if (!process.stdout.write(part.join(''))) await new Promise(done => process.stdout.once('drain', done));
    part = [];
  }
}
process.stdout.write(part.join('') + '</HealthData>\n');
