// A server and a client that open a connection, wait a little and close it again: the program behind handshake.cap.
//
//   sudo tcpdump -i any -U -w handshake.cap 'tcp port 3001' &
//   node handshake.mjs
import { connect, createServer } from "node:net";

const port = 3001;

const server = createServer((socket) => {
  // the client's FIN ends this side too: the server's FIN carries the acknowledgment of the client's
  socket.resume();
  socket.on("end", () => socket.end());
  socket.on("close", () => server.close());
});

server.listen(port, "127.0.0.1", () => {
  const client = connect(port, "127.0.0.1", () => setTimeout(() => client.end(), 800));
});
