import type { HeadWords } from "../words";

/** 字段列的列名：列窄，放不下完整的名称。 */
export const columnHeads: HeadWords = {
  "frame.time_relative": "时间",
  "frame.time_delta": "间隔",
  "frame.cap_len": "捕获长度",
  "tcp.stream": "连接编号",
  "tcp.len": "数据长度",
  "tcp.seq": "序号",
  "tcp.nxtseq": "下一序号",
  "tcp.ack": "确认号",
  "tcp.window_size": "窗口",
  "tcp.window_size_value": "窗口（原始）",
  "tcp.time_relative": "连接内时间",
  "tcp.time_delta": "连接内间隔",
  "tcp.analysis.flags": "分析",
  "tcp.analysis.acks_frame": "所确认的包",
  "tcp.analysis.ack_rtt": "往返时间",
  "tcp.analysis.initial_rtt": "初始往返时间",
  "tcp.analysis.rto": "重传等待",
  "tcp.analysis.bytes_in_flight": "在途字节",
  "tcp.analysis.push_bytes_sent": "PSH 以来",
  "tcp.analysis.duplicate_ack_num": "重复确认序数",
  "tcp.options.timestamp.tsval": "TSval",
  "tcp.options.timestamp.tsecr": "TSecr",
  "ip.ttl": "TTL",
  "ip.id": "IP 标识",
};
