// Only telemetry asks for it, and that is off.
exports.getDeviceId = async () => "";
