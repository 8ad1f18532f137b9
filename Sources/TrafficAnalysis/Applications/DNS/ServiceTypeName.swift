/// What services on the local link are, by their registered type (RFC 6763 section 7).
enum ServiceTypeName {
  static func meaning(_ type: String) -> String? { meanings[type.lowercased()] }

  private static let meanings = [
    "_afpovertcp._tcp": "File sharing (AFP)", "_airplay._tcp": "AirPlay",
    "_airport._tcp": "AirPort base station", "_amzn-wplay._tcp": "Amazon Fire TV",
    "_apple-mobdev2._tcp": "Apple mobile device", "_companion-link._tcp": "Apple Continuity",
    "_daap._tcp": "Shared music (iTunes)", "_device-info._tcp": "Device model",
    "_dacp._tcp": "Remote control of iTunes", "_elg._tcp": "Elgato Key Light",
    "_esphomelib._tcp": "ESPHome device", "_eppc._tcp": "Remote AppleEvents",
    "_ftp._tcp": "File transfer (FTP)", "_googlecast._tcp": "Google Cast",
    "_googlezone._tcp": "Google Cast group", "_hap._tcp": "HomeKit accessory",
    "_hap._udp": "HomeKit accessory (Thread)", "_homekit._tcp": "HomeKit hub",
    "_home-assistant._tcp": "Home Assistant", "_home-sharing._tcp": "Home Sharing (iTunes)",
    "_http._tcp": "Web server", "_https._tcp": "Web server (TLS)", "_hue._tcp": "Philips Hue",
    "_ipp._tcp": "Printer (IPP)", "_ipps._tcp": "Printer (IPP over TLS)",
    "_matter._tcp": "Matter device", "_matterc._udp": "Matter device, not commissioned",
    "_mqtt._tcp": "MQTT broker", "_net-assistant._udp": "Apple Remote Desktop",
    "_nfs._tcp": "File sharing (NFS)", "_nvstream._tcp": "Nvidia GameStream",
    "_pdl-datastream._tcp": "Printer (raw port 9100)", "_presence._tcp": "Chat on the local link",
    "_printer._tcp": "Printer (LPD)", "_privet._tcp": "Printer (cloud print)",
    "_ptp._tcp": "Camera (PTP)", "_raop._tcp": "AirPlay audio", "_rdlink._tcp": "Apple RD link",
    "_rfb._tcp": "Screen sharing (VNC)", "_rtsp._tcp": "Media stream (RTSP)",
    "_scanner._tcp": "Scanner", "_sftp-ssh._tcp": "File transfer (SFTP)",
    "_sip._udp": "Telephone (SIP)", "_sleep-proxy._udp": "Sleep proxy",
    "_smb._tcp": "File sharing (SMB)", "_sonos._tcp": "Sonos player",
    "_spotify-connect._tcp": "Spotify Connect", "_ssh._tcp": "Remote login (SSH)",
    "_telnet._tcp": "Remote login (Telnet)", "_tftp._udp": "File transfer (TFTP)",
    "_touch-able._tcp": "Apple TV remote", "_uscan._tcp": "Scanner (eSCL)",
    "_uscans._tcp": "Scanner (eSCL over TLS)", "_webdav._tcp": "File sharing (WebDAV)",
    "_workstation._tcp": "Workstation", "_xmpp-client._tcp": "Chat server (XMPP)",
  ]
}
