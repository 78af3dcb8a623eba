// A real SMTP server for tests: node serveur-smtp.mjs NODE_MODULES JSON. It says « port N », then one JSON line per message.
// An address that begins with « inconnu » is refused for ever (550), one that begins with « plein » for now (452);
// a sender that begins with « refuse » is refused (550).
import { createRequire } from 'node:module';

const { SMTPServer } = createRequire(process.argv[2] + '/')('smtp-server');
const { port = 0, compte, motDePasse, cle, certificat } = JSON.parse(process.argv[3] ?? '{}');
const dire = valeur => process.stdout.write(JSON.stringify(valeur) + '\n');
const refus = (responseCode, message) => Object.assign(new Error(message), { responseCode });

const serveur = new SMTPServer({
  authOptional: !compte,
  disabledCommands: [...(compte ? [] : ['AUTH']), ...(certificat ? [] : ['STARTTLS'])],
  ...(certificat ? { key: cle, cert: certificat } : {}),
  onAuth: (a, session, fin) => (a.username === compte && a.password === motDePasse && session.secure ? fin(null, { user: compte }) : fin(refus(535, 'Identifiants inconnus'))),
  onMailFrom: ({ address }, session, fin) => fin(address.startsWith('refuse') ? refus(550, 'Cet expéditeur n’est pas le nôtre') : null),
  onRcptTo: ({ address }, session, fin) =>
    fin(address.startsWith('inconnu') ? refus(550, 'Cette boîte n’existe pas') : address.startsWith('plein') ? refus(452, 'Boîte pleine') : null),
  onData(flux, session, fin) {
    const morceaux = [];
    flux.on('data', m => morceaux.push(m));
    flux.on('end', () => {
      dire({ pour: session.envelope.rcptTo.map(r => r.address), texte: Buffer.concat(morceaux).toString('latin1'), chiffre: session.secure, compte: session.user ?? null });
      fin();
    });
  },
});
serveur.on('error', () => {});
serveur.listen(port, '127.0.0.1', () => dire({ port: serveur.server.address().port }));
process.stdin.resume();
process.stdin.on('end', () => serveur.close(() => process.exit(0)));
