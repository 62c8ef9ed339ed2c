// Loaded before a program: every connection to another machine fails and is logged. Loopback works, for `stele dev`.
// Usage: NETWORK_LOG=<file> node --import <this file> …

import { appendFileSync } from 'node:fs';
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http2 from 'node:http2';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const loopback = /^(?:localhost|127\.|::1$|::$|0\.0\.0\.0$|$)/;

function refuse(attempt) {
  appendFileSync(process.env.NETWORK_LOG, `${attempt}\n`);
  return Object.assign(new Error(`The network is disabled: ${attempt}`), { code: 'ENETUNREACH' });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof options === 'object' ? (options.host ?? '') : typeof args[1] === 'string' ? args[1] : '';
  const isLocal = typeof options === 'string' || (typeof options === 'object' && options.path !== undefined);
  if (isLocal || loopback.test(host)) return connect.apply(this, args);
  this.destroy(refuse(`connect ${host}`));
  return this;
};
dgram.Socket.prototype.send = () => {
  throw refuse('udp');
};
const http2Connect = http2.connect;
http2.connect = (authority, ...rest) => {
  if (loopback.test(new URL(authority).hostname)) return http2Connect(authority, ...rest);
  throw refuse(`http2 ${authority}`);
};
for (const resolver of [dns, dns.promises]) {
  for (const name of Object.keys(resolver)) {
    if (!/^(?:lookup|resolve|reverse)/.test(name) || typeof resolver[name] !== 'function') continue;
    const real = resolver[name];
    resolver[name] = (host, ...rest) => {
      // An IP address needs no lookup.
      if (loopback.test(String(host)) || net.isIP(String(host)) > 0) return real(host, ...rest);
      const error = refuse(`dns ${host}`);
      const callback = rest.at(-1);
      if (typeof callback !== 'function') return Promise.reject(error);
      callback(error);
    };
  }
}
globalThis.fetch = (input) => Promise.reject(refuse(`fetch ${input instanceof Request ? input.url : input}`));
globalThis.WebSocket = function (url) {
  throw refuse(`websocket ${url}`);
};
// Started programs could use the network too. Those on Node get the same preload; all others are logged.
const { spawn } = childProcess;
childProcess.spawn = (command, ...rest) => {
  if (!/(?:^|[\\/])(?:node|node\.exe|esbuild)$/.test(String(command)) && command !== process.execPath)
    refuse(`start ${command}`);
  return spawn(command, ...rest);
};
for (const name of ['exec', 'execFile', 'execSync', 'execFileSync', 'spawnSync']) {
  const real = childProcess[name];
  childProcess[name] = (command, ...rest) => {
    refuse(`start ${command}`);
    return real(command, ...rest);
  };
}
syncBuiltinESMExports();
