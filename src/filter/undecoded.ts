/** Names that people know from Wireshark for what nothing here reads: it is better to say so than to call them unknown. */

/** Protocols; none of their fields is read. */
const protocols: ReadonlySet<string> = new Set(
  (
    "_ws amqp bacnet bacapp bgp btl2cap cdp cflow coap cotp cql db-lsp dcerpc dhcp dhcpv6 diameter dnp3 dtls eap eapol " +
    "enip esp ftp ftp-data gquic grpc h225 h245 hsrp http3 ieee8021ad ieee8021ah imap imf isakmp isis json kafka " +
    "kerberos l2tp lacp ldap lldp llmnr mac-lte mbtcp mdns memcache modbus mongo mount mysql nbns nbss netlink nfs ntlmssp ntp " +
    "opcua openflow opus ospf pfcp pgsql pim pop pptp ptp quic radius rdp rip rpc rsvp rtcp rtp rtps rtsp s1ap s7comm sdp sip " +
    "slow smb smb2 smpp snmp socks spnego ssdp stp stun syslog tacplus tds telnet tftp tpkt usb vnc vrrp websocket wg wow x11 xml zbee_nwk"
  ).split(" "),
);

/** Single fields of protocols that are read here. */
const fields: ReadonlySet<string> = new Set(
  (
    "arp.isgratuitous arp.isprobe arp.duplicate-address-detected dns.count.labels dns.mx.mail_exchange dns.response_in dns.response_to " +
    "dns.retransmission dns.soa.mname dns.srv.name dns.srv.port dns.time dns.txt eth.fcs eth.fcs.status eth.padding eth.trailer " +
    "eth.addr_resolved eth.dst_resolved eth.src_resolved eth.addr.oui eth.dst.oui eth.src.oui frame.coloring_rule.name " +
    "frame.coloring_rule.string frame.comment frame.encap_type frame.file_off frame.ignored frame.interface_description " +
    "frame.interface_id frame.interface_name frame.md5_hash frame.offset_shift frame.ref_time frame.section_number " +
    "frame.time_delta_displayed frame.time_invalid http.accept http.authorization http.chat http.connection http.content_encoding " +
    "http.content_length http.content_type http.cookie http.date http.file_data http.host http.last_modified http.location " +
    "http.referer http.request.full_uri http.request.line http.request_in http.response.line http.response_in http.server " +
    "http.set_cookie http.time http.transfer_encoding http.user_agent http.x_forwarded_for icmp.resp_in " +
    "icmp.resp_to icmp.resptime ip.checksum.status ip.fragment " +
    "ip.fragment.count ip.fragments ip.geoip.asnum ip.geoip.city ip.geoip.country ip.geoip.dst_country ip.geoip.src_country " +
    "ip.reassembled.data ip.reassembled.length ip.reassembled_in ip.tos ip.tos.precedence ipv6.fragment ipv6.fragments " +
    "ipv6.reassembled.length tcp.checksum_calculated " +
    "tcp.connection.fin_active tcp.connection.fin_passive tcp.continuation_to tcp.flags.ace tcp.nop tcp.options.mss.absent " +
    "tcp.options.sack.dsack tcp.pdu.last_frame tcp.pdu.size tcp.pdu.time tcp.proc.dstcmd tcp.proc.srccmd tcp.reassembled.data " +
    "tcp.reassembled.length tcp.reassembled_in tcp.reset_cause tcp.segment tcp.segment.count tcp.segment_data tcp.segments " +
    "tcp.short_segment tcp.suboption_malformed tls.app_data tls.app_data_proto tls.handshake.certificate " +
    "tls.handshake.cipher_suites_length tls.handshake.ciphersuite tls.handshake.extension.type tls.handshake.ja3 " +
    "tls.handshake.ja3_full tls.handshake.session_id tls.record.opaque_type udp.checksum.status udp.checksum_calculated " +
    "udp.pdu.size udp.possible_traceroute udp.stream udp.time_delta udp.time_relative wlan.bssid wlan.da " +
    "wlan.ssid wlan_radio.channel wlan_radio.signal_dbm"
  ).split(" "),
);

export function isUndecoded(name: string): boolean {
  return fields.has(name) || protocols.has(name.split(".")[0]);
}
