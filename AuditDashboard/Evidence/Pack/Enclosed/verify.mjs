// Checks an unpacked evidence pack with nothing but Node.js: node verify.mjs <folder> [<verifier key from elsewhere>]
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const read = name => readFileSync(join(folder, name));
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.from([1]), left, right);
let faults = 0;
const say = (good, words) => { faults += good ? 0 : 1; console.log(`${good ? 'ok  ' : 'BAD '} ${words}`); };

// C2SP signed note: text, an empty line, signature lines; key: name+id+base64(0x01 || 32 bytes).
function checkNote(note, vkey) {
  const [name, , ...rest] = vkey.trim().split('+');
  const key = Buffer.from(rest.join('+'), 'base64');
  const id = sha256(Buffer.from(`${name}\n`), key).subarray(0, 4);
  const end = note.indexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
  const open = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signed = note.slice(end + 1).split('\n').some(line => {
    const [dash, by, encoded] = line.split(' ');
    const signature = Buffer.from(encoded ?? '', 'base64');
    return dash === '\u2014' && by === name && signature.length === 68 && signature.subarray(0, 4).equals(id)
      && verify(null, Buffer.from(text), open, signature.subarray(4));
  });
  const [origin, size, root] = text.split('\n');
  return { signed: signed && key[0] === 1 && origin === name, size: Number(size), root: Buffer.from(root, 'base64') };
}

// RFC 9162 section 2.1.3.2.
function rootOf(index, size, leaf, path) {
  let [at, last, root] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = node(beside, root);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      root = node(root, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

const vkey = process.argv[3] ?? read('log.vkey').toString();
const noteText = read('checkpoint').toString();
const note = checkNote(noteText, vkey);
say(note.signed, `checkpoint over ${note.size} leaves, signed by ${vkey.trim().split('+')[0]}`);
if (!process.argv[3]) console.log('     the key was taken from the pack itself: compare it with one from elsewhere');

const manifest = JSON.parse(read('manifest.json'));
say(manifest.treeSize === note.size && Buffer.from(manifest.root, 'base64').equals(note.root), 'manifest and checkpoint agree');
const names = readdirSync(join(folder, 'events')).filter(name => name.endsWith('.entry')).map(name => name.slice(0, -6)).sort();
const listed = manifest.events.map(event => String(event.index).padStart(9, '0')).sort();
say(JSON.stringify(names) === JSON.stringify(listed), `manifest lists the ${names.length} events of the folder`);

const shown = new Map(manifest.events.map(event => [event.index, event]));
for (const name of names) {
  const entry = read(`events/${name}.entry`);
  const [kind, index, received, commitment, rest] = entry.toString().split('\n');
  const event = shown.get(Number(index));
  say(kind === 'auditdashboard/event/v1' && Number(index) === Number(name) && rest === '' && event !== undefined
    && Date.parse(event.receivedAt) === Number(received), `${name} is the leaf it is said to be`);

  const proof = read(`events/${name}.tlog-proof`).toString();
  const cut = proof.indexOf('\n\n');
  const [format, at, ...hashes] = proof.slice(0, cut).split('\n');
  const path = hashes.map(hash => Buffer.from(hash, 'base64'));
  const root = rootOf(Number(index), note.size, sha256(Buffer.from([0]), entry), path);
  say(format === 'c2sp.org/tlog-proof@v1' && at === `index ${index}` && proof.slice(cut + 2) === noteText && root?.equals(note.root) === true,
    `${name} is in the tree under the checkpoint`);

  const [payload, salt] = [`events/${name}.payload`, `events/${name}.salt`];
  if (!existsSync(join(folder, payload)) && !existsSync(join(folder, salt))) {
    say(event?.state === 'erased', `${name} is erased: its content cannot be shown, its place is proved`);
    continue;
  }
  const key = existsSync(join(folder, salt)) ? Buffer.from(read(salt).toString(), 'base64') : Buffer.alloc(0);
  const content = existsSync(join(folder, payload)) ? read(payload) : Buffer.alloc(0);
  say(key.length === 32 && createHmac('sha256', key).update(content).digest('base64') === commitment, `${name} has the content that was committed to`);
}

console.log(faults === 0 ? 'EVERYTHING FITS' : `${faults} THINGS DO NOT FIT`);
process.exit(faults === 0 ? 0 : 1);
