const { hrtime } = require('node:process');
exports.now = () => hrtime.bigint();
