// Would end the extension host when its server is gone; the server here is stopped with its whole process group.
exports.start = () => {};
