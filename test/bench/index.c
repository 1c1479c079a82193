/*
 * The benchmark's peer in C: the same index of a classic capture and the same analysis of TCP as the extension makes, written as
 * one would write it in C. Ethernet with VLAN tags, IPv4 without options and IPv6 without extension headers; what the extension
 * leaves to its thorough decoder is counted and left out, and does not occur in the benchmark's captures.
 *
 *     cc -O2 -o index index.c && ./index CAPTURE
 *
 * Prints packets, connections and a checksum over marks, sequence and acknowledgment numbers: the extension must find the same.
 */
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIN = 1, SYN = 2, RST = 4, PSH = 8, ACK = 16 };
enum {
  ACK_LOST = 1 << 0, DUPLICATE_ACK = 1 << 1, FAST_RETRANSMISSION = 1 << 2, KEEP_ALIVE = 1 << 3, KEEP_ALIVE_ACK = 1 << 4,
  LOST_SEGMENT = 1 << 5, OUT_OF_ORDER = 1 << 6, RETRANSMISSION = 1 << 7, REUSED_PORTS = 1 << 8, SPURIOUS = 1 << 9,
  TFO_ACK = 1 << 10, TFO_IGNORED = 1 << 11, TFO_SYN = 1 << 12, WINDOW_FULL = 1 << 13, WINDOW_UPDATE = 1 << 14,
  ZERO_WINDOW = 1 << 15, PROBE = 1 << 16, PROBE_ACK = 1 << 17
};

typedef struct { uint32_t seq, end, frame; int32_t following; double time; } Waiting;
typedef struct {
  uint32_t base, next, next_frame, most_ack, window, last_ack;
  int32_t duplicates;
  uint32_t last_new_ack_frame;
  int32_t eldest, latest;
  uint16_t waiting;
  int8_t shift;
  uint8_t knows_base : 1, flight_known : 1, awaits_first_ack : 1, last_push : 1, last_keep_alive : 1, last_probe : 1;
  uint32_t pushed;
  double next_time, last_ack_time;
} Side;
typedef struct {
  uint32_t ports, first[4], second[4];
  uint8_t is_ipv6, life, second_is_client, offered_data;
  uint32_t packets, first_packet, latest_packet;
  double start, latest_time, syn_time, initial_rtt;
  Side sides[2];
} Connection;

static Connection *connections;
static uint32_t connection_count, connection_room, latest;
static uint32_t *slots, slot_mask = 1023, slots_used;
static Waiting *waiting;
static int32_t waiting_free = -1, waiting_used, waiting_room;

/* the columns */
static uint32_t *place, *seq_column, *ack_column, *marks_column;
static double *time_column;
static uint16_t *captured_column, *length_column, *flags_column, *window_column, *payload_column;
static uint8_t *interface_column, *protocol_column;
static int32_t *flow_column;
static size_t room;

static void *wider(void *old, size_t bytes) {
  void *wide = realloc(old, bytes);
  if (!wide) { perror("realloc"); exit(1); }
  return wide;
}

static void reserve(size_t rows) {
  room = rows;
#define GROW(column) column = wider(column, rows * sizeof *column)
  GROW(place); GROW(seq_column); GROW(ack_column); GROW(marks_column); GROW(time_column); GROW(captured_column); GROW(length_column);
  GROW(flags_column); GROW(window_column); GROW(payload_column); GROW(interface_column); GROW(protocol_column); GROW(flow_column);
}

static inline uint16_t be16(const uint8_t *p) { uint16_t v; memcpy(&v, p, 2); return __builtin_bswap16(v); }
static inline uint32_t be32(const uint8_t *p) { uint32_t v; memcpy(&v, p, 4); return __builtin_bswap32(v); }
static inline uint32_t le32(const uint8_t *p) { uint32_t v; memcpy(&v, p, 4); return v; }
static inline int32_t ahead(uint32_t a, uint32_t b) { return (int32_t)(a - b); }

typedef struct {
  uint32_t packet, from[4], to[4], ports, seq, ack, flags, window, length;
  uint8_t is_ipv6, has_cookie;
  int shift;
  double time;
} Heard;

static inline uint32_t folded(const uint32_t *a, int is_ipv6) {
  return is_ipv6 ? ((a[0] ^ a[1] * 0x85ebca6bu) * 0xc2b2ae35u) ^ (a[2] * 0x27d4eb2fu) ^ a[3] : a[0];
}

static inline uint32_t hash(const uint32_t *a, const uint32_t *b, uint32_t ports, int is_ipv6) {
  uint32_t x = folded(a, is_ipv6), y = folded(b, is_ipv6), s = ports >> 16, d = ports & 0xffff;
  uint32_t both = ((x + y) ^ (s + d) * 0x9e3779b1u) * 0x85ebca6bu, apart = ((x ^ y) + (s ^ d) * 0x27d4eb2fu) * 0xc2b2ae35u;
  uint32_t mixed = (both ^ apart ^ (both >> 15)) * 0x2c1b3c6du;
  return mixed ^ (mixed >> 14);
}

static inline int same(const uint32_t *a, const uint32_t *b, int is_ipv6) { return is_ipv6 ? memcmp(a, b, 16) == 0 : a[0] == b[0]; }

static inline int32_t flow_in(uint32_t number, const Heard *h) {
  const Connection *c = &connections[number];
  if (c->is_ipv6 != h->is_ipv6) return -1;
  if (c->ports == h->ports && same(c->first, h->from, h->is_ipv6) && same(c->second, h->to, h->is_ipv6)) return number * 2;
  uint32_t swapped = h->ports << 16 | h->ports >> 16;
  if (c->ports == swapped && same(c->first, h->to, h->is_ipv6) && same(c->second, h->from, h->is_ipv6)) return number * 2 + 1;
  return -1;
}

static int32_t find(const Heard *h) {
  if (connection_count == 0) return -1;
  int32_t flow = flow_in(latest, h);
  if (flow >= 0) return flow;
  for (uint32_t slot = hash(h->from, h->to, h->ports, h->is_ipv6) & slot_mask; slots[slot]; slot = (slot + 1) & slot_mask) {
    flow = flow_in(slots[slot] - 1, h);
    if (flow >= 0) { latest = flow >> 1; return flow; }
  }
  return -1;
}

static int32_t begin(const Heard *h) {
  if (connection_count == connection_room) {
    connection_room = connection_room ? connection_room * 2 : 64;
    connections = wider(connections, connection_room * sizeof *connections);
  }
  uint32_t number = connection_count++;
  Connection *c = &connections[number];
  memset(c, 0, sizeof *c);
  c->ports = h->ports;
  memcpy(c->first, h->from, 16);
  memcpy(c->second, h->to, 16);
  c->is_ipv6 = h->is_ipv6;
  c->second_is_client = h->ports >> 16 < (h->ports & 0xffff);
  c->first_packet = h->packet;
  c->start = h->time;
  c->syn_time = NAN;
  for (int side = 0; side < 2; side++) {
    Side *s = &c->sides[side];
    s->window = 0xffffffff;
    s->eldest = s->latest = -1;
    s->shift = -1;
    s->flight_known = 1;
    s->next_time = s->last_ack_time = NAN;
  }
  if (slots_used * 4 >= (slot_mask + 1) * 3) {
    uint32_t mask = slot_mask * 2 + 1, *more = calloc(mask + 1, sizeof *more);
    for (uint32_t i = 0; i <= slot_mask; i++) {
      if (!slots[i]) continue;
      Connection *known = &connections[slots[i] - 1];
      uint32_t slot = hash(known->first, known->second, known->ports, known->is_ipv6) & mask;
      while (more[slot]) slot = (slot + 1) & mask;
      more[slot] = slots[i];
    }
    free(slots);
    slots = more;
    slot_mask = mask;
  }
  uint32_t slot = hash(h->from, h->to, h->ports, h->is_ipv6) & slot_mask;
  while (slots[slot] && flow_in(slots[slot] - 1, h) < 0) slot = (slot + 1) & slot_mask;
  if (!slots[slot]) slots_used++;
  slots[slot] = number + 1;
  latest = number;
  return number * 2;
}

static int32_t take_waiting(void) {
  if (waiting_free >= 0) {
    int32_t taken = waiting_free;
    waiting_free = waiting[taken].following;
    return taken;
  }
  if (waiting_used == waiting_room) {
    waiting_room = waiting_room ? waiting_room * 2 : 1024;
    waiting = wider(waiting, waiting_room * sizeof *waiting);
  }
  return waiting_used++;
}

static uint32_t repetition(const Heard *h, uint32_t end, Side *me, Side *peer, double initial_rtt) {
  if ((peer->duplicates >= 2 || peer->duplicates == -1) && h->seq == peer->last_ack && h->time - peer->last_ack_time < 20e6)
    return FAST_RETRANSMISSION | RETRANSMISSION;
  double since_next = h->time - me->next_time;
  uint32_t occupied = end + (h->flags & (SYN | FIN) ? 1 : 0);
  if (since_next >= 0 && since_next < (initial_rtt != 0 ? initial_rtt : 3e6) && me->next != occupied) return OUT_OF_ORDER;
  return RETRANSMISSION;
}

static void acknowledge(uint32_t ack, Side *peer) {
  int32_t last = -1, following;
  int32_t at = peer->eldest;
  /* the common case: a prefix of the list goes; the rest is looked at all the same, since segments may have been sent again */
  peer->eldest = -1;
  for (; at >= 0; at = following) {
    Waiting *w = &waiting[at];
    following = w->following;
    if (ahead(w->end, ack) <= 0) {
      w->following = waiting_free;
      waiting_free = at;
      peer->waiting--;
      continue;
    }
    if (ahead(w->seq, ack) < 0) w->seq = ack;
    if (last < 0) peer->eldest = at;
    else waiting[last].following = at;
    last = at;
  }
  if (last >= 0) waiting[last].following = -1;
  peer->latest = last;
}

static uint32_t analyse(const Heard *h, Connection *c, Side *me, Side *peer) {
  uint32_t marks = 0, seq = h->seq, ack = h->ack, length = h->length, flags = h->flags, window = h->window;
  int plain = (flags & (SYN | FIN | RST)) == 0;
  if (flags & ACK) peer->flight_known = 1;
  int probe = length == 1 && seq == me->next && peer->window == 0;
  if (probe) marks = PROBE;
  else {
    if (window == 0 && plain) marks |= ZERO_WINDOW;
    if (me->next != 0 && ahead(seq, me->next) > 0 && !(flags & RST)) { marks |= LOST_SEGMENT; me->flight_known = 0; }
    if (plain) {
      if (length <= 1 && seq == me->next - 1) marks |= KEEP_ALIVE;
      if (length > 0) {
        int shift = peer->awaits_first_ack || peer->shift < 0 ? 0 : peer->shift;
        if (peer->shift != -1 && seq + length == peer->last_ack + (peer->window << shift)) marks |= WINDOW_FULL;
      } else if (seq == me->next && ack == me->last_ack) {
        if (window != me->window) { if (window != 0) marks |= WINDOW_UPDATE; }
        else if (window != 0) {
          if (peer->last_keep_alive) marks |= KEEP_ALIVE_ACK;
          else { marks |= DUPLICATE_ACK; me->duplicates = me->duplicates == -1 ? 1 : me->duplicates + 1; }
        } else if (peer->last_probe) marks |= PROBE_ACK;
      }
    }
  }
  if (ack != me->last_ack) { me->last_new_ack_frame = h->packet + 1; me->duplicates = 0; }
  if (peer->most_ack != 0 && ahead(ack, peer->most_ack) > 0 && flags & ACK) {
    if (ahead(peer->most_ack, peer->next) < 0) { peer->most_ack = peer->next; marks |= ACK_LOST; }
    else { if (peer->duplicates == 0) marks |= ACK_LOST; peer->duplicates = -1; }
  }
  uint32_t end = seq + length;
  if (length > 0 || flags & (SYN | FIN)) {
    if (!(marks & KEEP_ALIVE)) {
      if (length > 0 && peer->last_ack != 0 && ahead(end, peer->last_ack) <= 0) marks |= SPURIOUS | RETRANSMISSION;
      else if (me->next != 0 && ahead(seq, me->next) < 0 && !(length > 1 && seq == me->next - 1))
        marks |= repetition(h, end, me, peer, c->initial_rtt);
    }
    if (me->waiting < 10000) {
      if (flags & (SYN | FIN)) end++;
      int32_t at = take_waiting();
      waiting[at] = (Waiting){ seq, end, h->packet + 1, -1, h->time };
      if (me->eldest < 0) me->eldest = at;
      else waiting[me->latest].following = at;
      me->latest = at;
      me->waiting++;
    }
  }
  if (!probe) {
    if (me->next == 0 || ahead(end, me->next) > 0) { me->next = end; me->next_frame = h->packet + 1; me->next_time = h->time; }
    if (seq == me->most_ack || me->most_ack == 0) me->most_ack = me->next;
  }
  me->window = window;
  me->last_ack = ack;
  me->last_ack_time = h->time;
  me->last_keep_alive = (marks & KEEP_ALIVE) != 0;
  me->last_probe = (marks & PROBE) != 0;
  if (peer->waiting) acknowledge(ack, peer);
  if (length > 0 && me->waiting && me->flight_known) {
    me->pushed = me->last_push ? length : me->pushed + length;
    me->last_push = (flags & PSH) != 0;
  }
  return marks;
}

static uint8_t part_of_life(uint32_t flags, uint32_t length, int is_first) {
  if (flags & SYN && !(flags & ACK)) return is_first ? 1 | (length > 0 ? 8 : 0) : 0;
  if (is_first) return 0;
  if (flags & SYN) return 2;
  return (flags & ACK ? (length > 0 ? 8 : 4) : 0) | ((flags & (FIN | ACK)) == (FIN | ACK) ? 16 : 0) | (flags & RST ? 32 : 0);
}

static void follow(Heard *h, uint32_t row) {
  int32_t flow = find(h);
  if (flow < 0) flow = begin(h);
  int reused = 0;
  if (h->flags & SYN) {
    Side *me = &connections[flow >> 1].sides[flow & 1];
    if (me->knows_base) {
      reused = me->base != h->seq;
      if (h->flags & ACK) me->base = h->seq;
      else if (reused) flow = begin(h);
      else me->next = me->most_ack;
    }
  }
  Connection *c = &connections[flow >> 1];
  Side *me = &c->sides[flow & 1], *peer = &c->sides[(flow & 1) ^ 1];
  c->packets++;
  c->latest_packet = h->packet;
  h->time -= c->start;
  c->latest_time = h->time;
  if (!me->knows_base) { me->base = h->flags & SYN ? h->seq : h->seq - 1; me->knows_base = 1; }
  if (!peer->knows_base && h->flags & ACK) { peer->base = h->ack - 1; peer->knows_base = 1; }
  uint32_t marks = analyse(h, c, me, peer);
  if (reused) marks |= REUSED_PORTS;
  if (h->flags & SYN) {
    if (c->packets <= 2) c->second_is_client = h->flags & ACK ? !(flow & 1) : flow & 1;
    me->awaits_first_ack = 1;
    if (!(h->flags & ACK)) c->syn_time = h->time;
  } else if (h->flags & ACK) {
    if (c->initial_rtt == 0 && c->syn_time == c->syn_time) c->initial_rtt = h->time - c->syn_time;
    me->awaits_first_ack = 0;
  }
  if (h->shift >= 0) me->shift = h->shift > 14 ? 14 : h->shift;
  uint32_t relative_ack = h->flags & ACK ? h->ack - peer->base : h->ack;
  if (h->flags & SYN) {
    if (me->shift == -1) me->shift = peer->shift = -2;
    else if (h->flags & ACK && peer->shift == -2) me->shift = -2;
    if (!(h->flags & ACK)) {
      if (h->has_cookie) { marks |= TFO_SYN; c->offered_data = h->length > 0; }
    } else if (relative_ack > 1) marks |= TFO_ACK;
    else if (relative_ack == 1 && c->offered_data) marks |= TFO_IGNORED;
  }
  c->life |= part_of_life(h->flags, h->length, c->packets == 1);
  flow_column[row] = flow;
  seq_column[row] = h->seq - me->base;
  ack_column[row] = relative_ack;
  flags_column[row] = h->flags;
  window_column[row] = h->window;
  payload_column[row] = h->length;
  marks_column[row] = marks | (uint32_t)(me->shift + 2) << 20;
}

static void read_options(const uint8_t *at, const uint8_t *end, Heard *h) {
  while (at < end && *at != 0) {
    if (*at == 1) { at++; continue; }
    if (at + 1 >= end || at[1] < 2 || at + at[1] > end) return;
    if (*at == 3 && at[1] == 3) h->shift = at[2];
    if (*at == 34 && at[1] >= 6) h->has_cookie = 1;
    at += at[1];
  }
}

/* 1 for TCP that was read; anything else is no segment here */
static int read_packet(const uint8_t *packet, uint32_t captured, uint32_t length, Heard *h) {
  const uint8_t *end = packet + captured, *ip = packet + 14;
  if (ip > end) return 0;
  uint16_t type = be16(packet + 12);
  while ((type == 0x8100 || type == 0x88a8 || type == 0x9100) && ip + 4 <= end) { type = be16(ip + 2); ip += 4; }
  const uint8_t *tcp, *segment_end;
  if (type == 0x0800) {
    if (ip + 20 > end || *ip != 0x45 || ip[9] != 6 || be16(ip + 6) & 0x3fff) return 0;
    tcp = ip + 20;
    segment_end = ip + be16(ip + 2);
    h->is_ipv6 = 0;
    h->from[0] = be32(ip + 12);
    h->to[0] = be32(ip + 16);
  } else if (type == 0x86dd) {
    if (ip + 40 > end || *ip >> 4 != 6 || ip[6] != 6) return 0;
    tcp = ip + 40;
    segment_end = tcp + be16(ip + 4);
    h->is_ipv6 = 1;
    for (int i = 0; i < 4; i++) { h->from[i] = be32(ip + 8 + i * 4); h->to[i] = be32(ip + 24 + i * 4); }
  } else return 0;
  if (segment_end > packet + length) segment_end = packet + length;
  if (tcp + 20 > segment_end || tcp + 20 > end) return 0;
  uint16_t length_and_flags = be16(tcp + 12);
  uint32_t header = (length_and_flags >> 12) * 4;
  if (header < 20 || tcp + header > segment_end) return 0;
  h->shift = -1;
  h->has_cookie = 0;
  if (header > 20 && !(header == 32 && tcp + 32 <= end && be32(tcp + 20) == 0x0101080a) && tcp + header <= end)
    read_options(tcp + 20, tcp + header, h);
  h->ports = be32(tcp);
  h->seq = be32(tcp + 4);
  h->ack = be32(tcp + 8);
  h->flags = length_and_flags & 0xfff;
  h->window = be16(tcp + 14);
  h->length = segment_end - tcp - header;
  return 1;
}

int main(int argc, char **argv) {
  static uint8_t block[(1 << 18) + (1 << 19)];
  int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
  if (file < 0 || read(file, block, 24) != 24 || le32(block) != 0xa1b2c3d4) { fprintf(stderr, "no classic capture\n"); return 1; }
  slots = calloc(slot_mask + 1, sizeof *slots);
  Heard heard;
  memset(&heard, 0, sizeof heard);
  uint64_t offset = 24;
  uint32_t count = 0, left = 0, first_seconds = 0, first_micros = 0;
  for (ssize_t got; (got = read(file, block + left, 1 << 18)) > 0;) {
    const uint8_t *at = block, *end = block + left + got;
    while (at + 16 <= end) {
      uint32_t seconds = le32(at), micros = le32(at + 4), captured = le32(at + 8), length = le32(at + 12);
      if (captured > 262144) { fprintf(stderr, "damaged\n"); return 1; }
      if (at + 16 + captured > end) break;
      if (count == room) reserve(room ? room * 2 : 4096);
      if (count == 0) { first_seconds = seconds; first_micros = micros; }
      place[count] = offset + 16;
      time_column[count] = ((double)seconds - first_seconds) * 1e9 + ((double)micros - first_micros) * 1e3;
      captured_column[count] = captured;
      length_column[count] = length;
      interface_column[count] = 0;
      flow_column[count] = -1;
      heard.packet = count;
      heard.time = time_column[count];
      if ((protocol_column[count] = read_packet(at + 16, captured, length > captured ? length : captured, &heard))) follow(&heard, count);
      count++;
      at += 16 + captured;
      offset += 16 + captured;
    }
    left = end - at;
    memmove(block, at, left);
  }
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; i++)
    if (flow_column[i] >= 0) sum = sum * 31 + (marks_column[i] ^ seq_column[i] ^ ack_column[i] * 3);
  printf("%u packets, %u connections, %08x\n", count, connection_count, sum);
  return 0;
}
