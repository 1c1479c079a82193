/**
 * Ports and the names that IANA has registered for them: all system ports (below 1024), and of the others those that are met often.
 * `80 http` is for TCP and UDP, `512 exec/comsat` has a name for each, `143 imap/` is for TCP alone, `/name` for UDP alone.
 */
const registered = `
1 tcpmux,2 compressnet,3 compressnet,5 rje,7 echo,9 discard,11 systat,13 daytime,17 qotd,18 msp,19 chargen,20 ftp-data,21 ftp,
22 ssh,23 telnet,25 smtp,27 nsw-fe,29 msg-icp,31 msg-auth,33 dsp,37 time,38 rap,39 rlp,41 graphics,42 name,43 nicname,
44 mpm-flags,45 mpm,46 mpm-snd,48 auditd,49 tacacs,50 re-mail-ck,52 xns-time,53 domain,54 xns-ch,55 isi-gl,56 xns-auth,
58 xns-mail,62 acas,63 whoispp,64 covia,65 tacacs-ds,66 sql-net,67 bootps,68 bootpc,69 tftp,70 gopher,71 netrjs-1,72 netrjs-2,
73 netrjs-3,74 netrjs-4,76 deos,78 vettcp,79 finger,80 http,82 xfer,83 mit-ml-dev,84 ctf,85 mit-ml-dev,86 mfcobol,88 kerberos,
89 su-mit-tg,90 dnsix,91 mit-dov,92 npp,93 dcp,94 objcall,95 supdup,96 dixie,97 swift-rvf,98 tacnews,99 metagram,101 hostname,
102 iso-tsap,103 gppitnp,104 acr-nema,105 cso,106 3com-tsmux,107 rtelnet,108 snagas,109 pop2,110 pop3,111 sunrpc,112 mcidas,
113 ident/auth,115 sftp,116 ansanotify,117 uucp-path,118 sqlserv,119 nntp,120 cfdptkt,121 erpc,122 smakynet,123 ntp,
124 ansatrader,125 locus-map,126 nxedit,127 locus-con,128 gss-xlicen,129 pwdgen,130 cisco-fna,131 cisco-tna,132 cisco-sys,
133 statsrv,134 ingres-net,135 epmap,136 profile,137 netbios-ns,138 netbios-dgm,139 netbios-ssn,140 emfis-data,141 emfis-cntl,
142 bl-idm,143 imap/,144 uma,145 uaac,146 iso-tp0,147 iso-ip,148 jargon,149 aed-512,150 sql-net,151 hems,152 bftp,153 sgmp,
154 netsc-prod,155 netsc-dev,156 sqlsrv,157 knet-cmp,158 pcmail-srv,159 nss-routing,160 sgmp-traps,161 snmp,162 snmptrap,
163 cmip-man,164 cmip-agent,165 xns-courier,166 s-net,167 namp,168 rsvd,169 send,170 print-srv,171 multiplex,172 cl-1,
173 xyplex-mux,174 mailq,175 vmnet,176 genrad-mux,177 xdmcp,178 nextstep,179 bgp,180 ris,181 unify,182 audit,183 ocbinder,
184 ocserver,185 remote-kis,186 kis,187 aci,188 mumps,189 qft,190 gacp,191 prospero,192 osu-nms,193 srmp,194 irc,
195 dn6-nlm-aud,196 dn6-smm-red,197 dls,198 dls-mon,199 smux,200 src,201 at-rtmp,202 at-nbp,203 at-3,204 at-echo,205 at-5,
206 at-zis,207 at-7,208 at-8,209 qmtp,210 z39-50,211 914c-g,212 anet,213 ipx,214 vmpwscs,215 softpc,216 CAIlic,217 dbase,
218 mpp,219 uarps,220 imap3,221 fln-spx,222 rsh-spx,223 cdc,224 masqdialer,242 direct,243 sur-meas,244 inbusiness,245 link,
246 dsp3270,247 subntbcst-tftp,248 bhfhs,256 rap,257 set,259 esro-gen,260 openport,261 nsiiops,262 arcisdms,263 hdap,264 bgmp,
265 x-bone-ctl,266 sst,267 td-service,268 td-replica,269 manet,270 /gist,271 pt-tls/,280 http-mgmt,281 personal-link,
282 cableport-ax,283 rescap,284 corerjd,286 fxp,287 k-block,308 novastorbakcup,309 entrusttime,310 bhmds,311 asip-webadmin,
312 vslmp,313 magenta-logic,314 opalis-robot,315 dpsi,316 decauth,317 zannet,318 pkix-timestamp,319 ptp-event,320 ptp-general,
321 pip,322 rtsps,323 rpki-rtr/,324 rpki-rtr-tls/,333 texar,344 pdap,345 pawserv,346 zserv,347 fatserv,348 csi-sgwp,349 mftp,
350 matip-type-a,351 matip-type-b,352 dtag-ste-sb,353 ndsauth,354 bh611,355 datex-asn,356 cloanto-net-1,357 bhevent,
358 shrinkwrap,360 scoi2odialog,361 semantix,362 srssend,363 rsvp-tunnel,364 aurora-cmgr,365 dtk,366 odmr,367 mortgageware,
368 qbikgdp,369 rpc2portmap,370 codaauth2,371 clearcase,372 ulistproc,373 legent-1,374 legent-2,375 hassle,376 nip,377 tnETOS,
378 dsETOS,379 is99c,380 is99s,381 hp-collector,382 hp-managed-node,383 hp-alarm-mgr,384 arns,385 ibm-app,386 asa,387 aurp,
388 unidata-ldm,389 ldap,390 uis,391 synotics-relay,392 synotics-broker,393 meta5,394 embl-ndt,395 netcp,396 netware-ip,
397 mptn,398 kryptolan,399 iso-tsap-c2,400 osb-sd,401 ups,402 genie,403 decap,404 nced,405 ncld,406 imsp,407 timbuktu,
408 prm-sm,409 prm-nm,410 decladebug,411 rmt,412 synoptics-trap,413 smsp,414 infoseek,415 bnet,416 silverplatter,417 onmux,
418 hyper-g,419 ariel1,420 smpte,421 ariel2,422 ariel3,423 opc-job-start,424 opc-job-track,425 icad-el,426 smartsdp,427 svrloc,
428 ocs-cmu,429 ocs-amu,430 utmpsd,431 utmpcd,432 iasd,433 nnsp,434 mobileip-agent,435 mobilip-mn,436 dna-cml,437 comscm,
438 dsfgw,439 dasp,440 sgcp,441 decvms-sysmgt,442 cvc-hostd,443 https,444 snpp,445 microsoft-ds,446 ddm-rdb,447 ddm-dfm,
448 ddm-ssl,449 as-servermap,450 tserver,451 sfs-smp-net,452 sfs-config,453 creativeserver,454 contentserver,
455 creativepartnr,456 macon-tcp/macon-udp,457 scohelp,458 appleqtc,459 ampr-rcmd,460 skronk,461 datasurfsrv,
462 datasurfsrvsec,463 alpes,464 kpasswd,465 urd/igmpv3lite,466 digital-vrc,467 mylex-mapd,468 photuris,469 rcp,470 scx-proxy,
471 mondex,472 ljk-login,473 hybrid-pop,474 tn-tl-w1/tn-tl-w2,475 tcpnethaspsrv,476 tn-tl-fd1,477 ss7ns,478 spsc,479 iafserver,
480 iafdbase,481 ph,482 bgs-nsi,483 ulpnet,484 integra-sme,485 powerburst,486 avian,487 saft,488 gss-http,489 nest-protocol,
490 micom-pfs,491 go-login,492 ticf-1,493 ticf-2,494 pov-ray,495 intecourier,496 pim-rp-disc,497 retrospect,498 siam,
499 iso-ill,500 isakmp,501 stmf,502 mbap,503 intrinsa,504 citadel,505 mailbox-lm,506 ohimsrv,507 crs,508 xvttp,509 snare,
510 fcp,511 passgo,512 exec/comsat,513 login/who,514 shell/syslog,515 printer,516 videotex,517 talk,518 ntalk,519 utime,
520 efs/router,521 ripng,522 ulp,523 ibm-db2,524 ncp,525 timed,526 tempo,527 stx,528 custix,529 irc-serv,530 courier,
531 conference,532 netnews,533 netwall,534 windream,535 iiop,536 opalis-rdv,537 nmsp,538 gdomap,539 apertus-ldp,540 uucp,
541 uucp-rlogin,542 commerce,543 klogin,544 kshell,545 appleqtcsrvr,546 dhcpv6-client,547 dhcpv6-server,548 afpovertcp,
549 idfp,550 new-rwho,551 cybercash,552 devshr-nts,553 pirp,554 rtsp,555 dsf,556 remotefs,557 openvms-sysipc,558 sdnskmp,
559 teedtap,560 rmonitor,561 monitor,562 chshell,563 nntps,564 9pfs,565 whoami,566 streettalk,567 banyan-rpc,568 ms-shuttle,
569 ms-rome,570 meter,571 meter,572 sonar,573 banyan-vip,574 ftp-agent,575 vemmi,576 ipcd,577 vnas,578 ipdd,579 decbsrv,
580 sntp-heartbeat,581 bdp,582 scc-security,583 philips-vc,584 keyserver,586 password-chg,587 submission,588 cal,589 eyelink,
590 tns-cml,591 http-alt,592 eudora-set,593 http-rpc-epmap,594 tpip,595 cab-protocol,596 smsd,597 ptcnameservice,
598 sco-websrvrmg3,599 acp,600 ipcserver,601 syslog-conn,602 xmlrpc-beep,603 idxp,604 tunnel,605 soap-beep,606 urm,607 nqs,
608 sift-uft,609 npmp-trap,610 npmp-local,611 npmp-gui,612 hmmp-ind,613 hmmp-op,614 sshell,615 sco-inetmgr,616 sco-sysmgr,
617 sco-dtmgr,618 dei-icda,619 compaq-evm,620 sco-websrvrmgr,621 escp-ip,622 collaborator,623 oob-ws-http/asf-rmcp,
624 cryptoadmin,625 dec-dlm,626 asia,627 passgo-tivoli,628 qmqp,629 3com-amp3,630 rda,631 ipp,632 bmpp,633 servstat,634 ginad,
635 rlzdbase,636 ldaps,637 lanserver,638 mcns-sec,639 msdp,640 entrust-sps,641 repcmd,642 esro-emsdp,643 sanity,644 dwr,
645 pssc,646 ldp,647 dhcp-failover,648 rrp,649 cadview-3d,650 obex,651 ieee-mms,652 hello-port,653 repscmd,654 aodv,655 tinc,
656 spmp,657 rmc,658 tenfold,660 mac-srvr-admin,661 hap,662 pftp,663 purenoise,664 oob-ws-https/asf-secure-rmcp,665 sun-dr,
666 mdqs,667 disclose,668 mecomm,669 meregister,670 vacdsm-sws,671 vacdsm-app,672 vpps-qua,673 cimplex,674 acap,675 dctp,
676 vpps-via,677 vpp,678 ggf-ncp,679 mrm,680 entrust-aaas,681 entrust-aams,682 xfr,683 corba-iiop,684 corba-iiop-ssl,
685 mdc-portmapper,686 hcp-wismar,687 asipregistry,688 realm-rusd,689 nmap,690 vatp,691 msexch-routing,692 hyperwave-isp,
693 connendp,694 ha-cluster,695 ieee-mms-ssl,696 rushd,697 uuidgen,698 olsr,699 accessnetwork,700 epp,701 lmp,702 iris-beep,
704 elcsd,705 agentx,706 silc,707 borland-dsj,709 entrust-kmsh,710 entrust-ash,711 cisco-tdp,712 tbrpf,713 iris-xpc,
714 iris-xpcs,715 iris-lwz,716 /pana,729 netviewdm1,730 netviewdm2,731 netviewdm3,741 netgw,742 netrcs,744 flexlm,
747 fujitsu-dev,748 ris-cm,749 kerberos-adm,750 rfile/loadav,751 pump,752 qrh,753 rrh,754 tell,758 nlogin,759 con,760 ns,
761 rxe,762 quotad,763 cycleserv,764 omserv,765 webster,767 phonebook,769 vid,770 cadlock,771 rtip,772 cycleserv2,
773 submit/notify,774 rpasswd/acmaint-dbd,775 entomb/acmaint-transd,776 wpages,777 multiling-http,780 wpgs,800 mdbs-daemon,
801 device,802 mbap-s,810 fcp-udp,828 itm-mcell-s,829 pkix-3-ca-ra,830 netconf-ssh,831 netconf-beep,832 netconfsoaphttp,
833 netconfsoapbeep,847 dhcp-failover2,848 gdoi,853 domain-s,854 dlep,860 iscsi,861 owamp-control/owamp-test,
862 twamp-control/twamp-test,873 rsync,886 iclcnet-locate,887 iclcnet-svinfo,888 accessbuilder,900 omginitialrefs,
901 smpnameres,902 ideafarm-door,903 ideafarm-panic,910 kink,911 xact-backup,912 apex-mesh,913 apex-edge,914 /rift-lies,
915 /rift-ties,953 rndc/,989 ftps-data,990 ftps,991 nas,992 telnets,993 imaps/,995 pop3s,996 vsinet,997 maitrd,
998 busboy/puparp,999 garcon/applix,1000 cadlock2,1001 webpush/,1010 surf,1021 exp1,1022 exp2,1080 socks,1194 openvpn,
1198 cajo-discovery,1214 kazaa,1293 pkt-krb-ipsec,1311 rxmon,1352 lotusnote,1414 ibm-mqseries,1433 ms-sql-s,1434 ms-sql-m,
1494 ica,1521 ncube-lm,1526 pdap-np,1645 sightline,1646 sa-msg-port,1649 kermit,1677 groupwise,1701 l2f,1719 h323gatestat,
1720 h323hostcall,1723 pptp,1755 ms-streaming,1812 radius,1813 radius-acct,1863 msnp,1883 mqtt,1900 ssdp,1935 macromedia-fcs,
1985 hsrp,2000 cisco-sccp,2049 nfs,2082 infowave,2083 radsec,2086 gnunet,2087 eli,2095 nbx-ser,2096 nbx-dir,2102 zephyr-srv,
2103 zephyr-clt,2121 scientia-ssdb,2152 gtp-user,2181 eforward,2222 EtherNet-IP-1,2302 binderysupport,2375 docker/,
2376 docker-s/,2377 swarm/,2379 etcd-client/,2380 etcd-server/,2404 iec-104,2427 mgcp-gateway,2483 ttc,2484 ttc-ssl,
2598 citriximaclient,2628 dict,2703 sms-chat,2727 mgcp-callagent,2775 smpp,2809 corbaloc,2944 megaco-h248,2945 h248-binary,
3020 cifs,3050 gds-db,3128 ndl-aas,3205 isns,3260 iscsi-target,3268 msft-gc,3269 msft-gc-ssl,3283 Apple-Remote-De,3306 mysql,
3386 gprs-data/gprs-sig,3389 ms-wbt-server,3396 printer-agent,3455 prsvp,3478 stun,3479 twrpc,3493 nut,3544 teredo,3632 distcc,
3658 ps-ams,3689 daap,3690 svn,3702 ws-discovery,3784 bfd-control,3785 bfd-echo,3868 diameter/,3880 igrs,4000 terabase,
4045 npp,4070 tripe,4157 stat-scanner,4172 pcoip,4190 sieve/,4321 rwhois,4369 epmd,4433 vop/,4460 ntske/,4500 ipsec-nat-t,
4569 iax,4662 oms,4739 ipfix,4740 ipfixs,4786 smart-install/,4789 /vxlan,4790 /vxlan-gpe,4791 /roce,4840 opcua-tcp/opcua-udp,
4843 opcua-tls,4899 radmin-port,4949 munin,5000 commplex-main,5001 commplex-link,5002 rfe,5003 fmpro-internal,
5004 avt-profile-1,5005 avt-profile-2,5010 telelpathstart,5050 mmcc,5051 ita-agent,5060 sip,5061 sips,5093 sentinel-lm,
5099 sentlm-srv2srv,5190 aol,5222 xmpp-client/,5223 hpvirtgrp,5246 /capwap-control,5247 /capwap-data,5269 xmpp-server/,
5280 xmpp-bosh/,5298 presence,5349 stuns,5351 /pcp,5353 mdns,5355 llmnr,5405 netsupport,5432 postgresql,5540 matter,
5554 sgi-esphttp,5555 personal-agent,5601 esmagent,5631 pcanywheredata,5632 pcanywherestat,5666 nrpe/,5671 amqps,5672 amqp,
5673 jms,5678 rrac,5683 coap,5684 coaps,5868 diameters/,5900 rfb,5984 couchdb,5985 wsman,5986 wsmans,6000-6063 x11,
6081 /geneve,6343 sflow,6346 gnutella-svc,6347 gnutella-rtr,6379 redis/,6432 pgbouncer/,6443 sun-sr-https,6446 mysql-proxy,
6513 netconf-tls/,6514 syslog-tls,6566 sane-port,6568 canit-store/rp-reputation,6600 mshvlm/,6619 odette-ftps,
6632 mxodbc-connect/,6633 /cisco-vpath-tun,6636 /mpls-udp-dtls,6640 ovsdb/,6653 openflow,6665-6669 ircu/,6679 osaut,
6697 ircs-u/,6966 swispol,7000 afs3-fileserver,7001 afs3-callback,7002 afs3-prserver,7003 afs3-vlserver,7004 afs3-kaserver,
7005 afs3-volser,7006 afs3-errors,7007 afs3-bos,7008 afs3-update,7009 afs3-rmtsys,7100 font-service,7400 rtps-discovery,
7401 rtps-dd-ut,7402 rtps-dd-mt,7473 rise,7474 neo4j/,7547 cwmp,7626 simco/,7680 ms-do,7687 bolt/,7777 cbt,8000 irdmi,8005 mxi,
8008 http-alt,8009 nvme-disc/,8080 http-alt,8081 sunproxyadmin,8086 d-s-n,8088 radan-http,8140 puppet/,8181 intermapper/,
8192 spytechphone,8200 trivnet1,8301 amberon,8400 cvd,8443 pcsync-https,8500 fmtp,8600 asterix,8686 sun-as-jmxrmi,
8765 ultraseek-http,8883 secure-mqtt,8888 ddi-tcp-1/ddi-udp-1,8990 http-wmap,8991 https-wmap,9000 cslistener,
9001 etlservicemgr,9009 pichat,9060 CardWeb-IO/CardWeb-RT,9080 glrpc,9090 websm,9091 xmltec-xmlmail,9092 XmlIpcRegSvc,
9093 copycat/,9100 hp-pdl-datastr,9101 bacula-dir,9102 bacula-fd,9103 bacula-sd,9160 apani1,9191 sun-as-jpda,9200 wap-wsp,
9210 oma-mlp,9300 vrace,9306 sphinxql/,9312 sphinxapi/,9389 adws/,9418 git,9443 tungsten-https,9535 mngsuite,
9600 micromuse-ncpw,9695 ccnx,9800 davsrc,9875 sapv1,9876 sd/,9981 pumpkindb/,9987 dsm-scm-target,9993 palace-2,9999 distinct,
10000 ndmp,10050 zabbix-agent,10051 zabbix-trapper,10080 amanda,10081 famdc,10110 nmea-0183,10161 snmptls/snmpdtls,
10162 snmptls-trap/snmpdtls-trap,10809 nbd/,11000 irisa,11001 metasys,11211 memcache,11371 hkp,12345 italk,13720 bprd,
13721 bpdbm,13724 vnetd,15345 xpilot,16992 amt-soap-http,16993 amt-soap-https,16994 amt-redir-tcp,16995 amt-redir-tls,
17500 db-lsp/db-lsp-disc,20000 dnp,20048 mountd,21000 irtrans,22000 snapenetio,27017 mongodb/,31337 eldim,32400 plex/,
32896 idmgratm,33434 traceroute,34379 p-net-remote,35357 openstack-id/,41794 crestron-cip,41795 crestron-ctp,44818 EtherNet-IP-2,47001 winrm/,
47808 bacnet,48000 nimcontroller,49000 matahari/,49001 nusrp/nusdp-disc
`;

export type Transport = "tcp" | "udp";

interface Services {
  readonly names: Map<number, string>;
  /** The lowest port of each name. */
  readonly ports: Map<string, number>;
}

let known: Readonly<Record<Transport, Services>> | undefined;

/** The list is read when the first service is asked for. */
function servicesOf(transport: Transport): Services {
  known ??= { tcp: read("tcp"), udp: read("udp") };
  return known[transport];
}

function read(transport: Transport): Services {
  const names = new Map<number, string>();
  for (const entry of registered.trim().split(/,\s*/)) {
    const [range, name] = entry.split(" ");
    const [first, last = first] = range.split("-").map(Number);
    const [tcp, udp = tcp] = name.split("/");
    const own = transport === "tcp" ? tcp : udp;
    for (let port = first; own && port <= last; port += 1) names.set(port, own);
  }
  return { names, ports: new Map([...names].reverse().map(([port, name]) => [name, port])) };
}

/** The service that is registered for a port; nothing for ports that are free or seldom met. */
export function serviceName(port: number, transport: Transport): string | undefined {
  return servicesOf(transport).names.get(port);
}

/** Names of `/etc/services`, and so of tcpdump, for ports that IANA calls otherwise. */
const otherNames: Readonly<Record<string, number>> = {
  whois: 43,
  imap2: 143,
  submissions: 465,
  "domain-s": 853,
  socks: 1080,
  ssdp: 1900,
  "ms-wbt-server": 3389,
  "ipsec-nat-t": 4500,
  "http-proxy": 8080,
};

/** The port of a service, by its registered name or the one that `/etc/services` has. */
export function servicePort(name: string, transport: Transport): number | undefined {
  return servicesOf(transport).ports.get(name) ?? (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined);
}
