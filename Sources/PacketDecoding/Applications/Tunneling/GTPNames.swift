/// What the specifications of GTP call its messages and causes.
enum GTPNames {
  /// 3GPP TS 29.060 section 7.1.
  static let messages1 = NumberNames(
    """
    1 Echo request; 2 Echo response; 3 Version not supported; 4 Node alive request; \
    5 Node alive response; 6 Redirection request; 7 Redirection response; \
    16 Create PDP context request; 17 Create PDP context response; 18 Update PDP context request; \
    19 Update PDP context response; 20 Delete PDP context request; 21 Delete PDP context response; \
    22 Initiate PDP Context Activation Request; 23 Initiate PDP Context Activation Response; \
    24 Delete AA PDP Context Request; 25 Delete AA PDP Context Response; 26 Error indication; \
    27 PDU notification request; 28 PDU notification response; 29 PDU notification reject request; \
    30 PDU notification reject response; 31 Supported extension header notification; \
    32 Send routing information for GPRS request; 33 Send routing information for GPRS response; \
    34 Failure report request; 35 Failure report response; 36 Note MS GPRS present request; \
    37 Note MS GPRS present response; 48 Identification request; 49 Identification response; \
    50 SGSN context request; 51 SGSN context response; 52 SGSN context acknowledgement; \
    53 Forward relocation request; 54 Forward relocation response; 55 Forward relocation complete; \
    56 Relocation cancel request; 57 Relocation cancel response; 58 Forward SRNS context; \
    59 Forward relocation complete acknowledge; 60 Forward SRNS context acknowledge; \
    61 UE Registration Query Request; 62 UE Registration Query Response; 70 RAN Information Relay; \
    240 Data record transfer request; 241 Data record transfer response; 254 End Marker; 255 T-PDU
    """)

  /// 3GPP TS 29.274 section 6.1.
  static let messages2 = NumberNames(
    """
    1 Echo Request; 2 Echo Response; 3 Version Not Supported Indication; 4 Node Alive Request; \
    5 Node Alive Response; 6 Redirection Request; 7 Redirection Response; \
    32 Create Session Request; 33 Create Session Response; 34 Modify Bearer Request; \
    35 Modify Bearer Response; 36 Delete Session Request; 37 Delete Session Response; \
    38 Change Notification Request; 39 Change Notification Response; \
    40 Remote UE Report Notification; 41 Remote UE Report Acknowledge; 64 Modify Bearer Command; \
    65 Modify Bearer Failure Indication; 66 Delete Bearer Command; \
    67 Delete Bearer Failure Indication; 68 Bearer Resource Command; \
    69 Bearer Resource Failure Indication; 70 Downlink Data Notification Failure Indication; \
    71 Trace Session Activation; 72 Trace Session Deactivation; 73 Stop Paging Indication; \
    95 Create Bearer Request; 96 Create Bearer Response; 97 Update Bearer Request; \
    98 Update Bearer Response; 99 Delete Bearer Request; 100 Delete Bearer Response; \
    101 Delete PDN Connection Set Request; 102 Delete PDN Connection Set Response; \
    103 PGW Downlink Triggering Notification; 104 PGW Downlink Triggering Acknowledge; \
    128 Identification Request; 129 Identification Response; 130 Context Request; \
    131 Context Response; 132 Context Acknowledge; 133 Forward Relocation Request; \
    134 Forward Relocation Response; 135 Forward Relocation Complete Notification; \
    136 Forward Relocation Complete Acknowledge; 137 Forward Access Context Notification; \
    138 Forward Access Context Acknowledge; 139 Relocation Cancel Request; \
    140 Relocation Cancel Response; 141 Configuration Transfer Tunnel; 149 Detach Notification; \
    150 Detach Acknowledge; 151 CS Paging Indication; 152 RAN Information Relay; \
    153 Alert MME Notification; 154 Alert MME Acknowledge; 155 UE Activity Notification; \
    156 UE Activity Acknowledge; 157 ISR Status Indication; 158 UE Registration Query Request; \
    159 UE Registration Query Response; 160 Create Forwarding Tunnel Request; \
    161 Create Forwarding Tunnel Response; 162 Suspend Notification; 163 Suspend Acknowledge; \
    164 Resume Notification; 165 Resume Acknowledge; \
    166 Create Indirect Data Forwarding Tunnel Request; \
    167 Create Indirect Data Forwarding Tunnel Response; \
    168 Delete Indirect Data Forwarding Tunnel Request; \
    169 Delete Indirect Data Forwarding Tunnel Response; 170 Release Access Bearers Request; \
    171 Release Access Bearers Response; 176 Downlink Data Notification; \
    177 Downlink Data Notification Acknowledgement; 179 PGW Restart Notification
    """)

  /// 3GPP TS 29.060 section 7.7.1.
  static let causes1 = NumberNames(
    """
    59 System failure; 60 The transmit buffers are becoming full; \
    61 The receive buffers are becoming full; 62 Another node is about to go down; \
    63 This node is about to go down; 128 Request accepted; \
    129 New PDP type due to network preference; \
    130 New PDP type due to single address bearer only; 192 Non-existent; \
    193 Invalid message format; 194 IMSI not known; 195 MS is GPRS detached; \
    196 MS is not GPRS responding; 197 MS refuses; 198 Version not supported; \
    199 No resource available; 200 Service not supported; 201 Mandatory IE incorrect; \
    202 Mandatory IE missing; 203 Optional IE incorrect; 204 System failure; \
    205 Roaming restriction; 206 P-TMSI signature mismatch; 207 GPRS connection suspended; \
    208 Authentication failure; 209 User authentication failed; 210 Context not found; \
    211 All PDP dynamic addresses are occupied; 212 No memory is available; \
    213 Relocation failure; 214 Unknown mandatory extension header; \
    215 Semantic error in the TFT operation; 216 Syntactic error in the TFT operation; \
    217 Semantic errors in packet filter(s); 218 Syntactic errors in packet filter(s); \
    219 Missing or unknown APN; 220 Unknown PDP address or PDP type; \
    221 PDP context without TFT already activated; 222 APN access denied - no subscription; \
    223 APN Restriction type incompatibility with currently active PDP Contexts; \
    224 MS MBMS Capabilities Insufficient; 225 Invalid Correlation-ID; \
    226 MBMS Bearer Context Superseded; 227 Bearer Control Mode violation; \
    228 Collision with network initiated request; 229 APN Congestion; \
    230 Bearer handling not supported; 231 Target access restricted for the subscriber; \
    232 UE is temporarily not reachable due to power saving; \
    233 Relocation failure due to NAS message redirection; \
    252 Request related to possibly duplicated packets already fulfilled; \
    253 Request already fulfilled; \
    254 Sequence numbers of released/cancelled packets IE incorrect; 255 Request not fulfilled
    """)

  /// 3GPP TS 29.274 section 8.4.
  static let causes2 = NumberNames(
    """
    2 Local Detach; 3 Complete Detach; 4 RAT changed from 3GPP to Non-3GPP; 5 ISR deactivation; \
    6 Error Indication received from RNC/eNodeB/S4-SGSN; 7 IMSI Detach Only; \
    8 Reactivation Requested; 9 PDN reconnection to this APN disallowed; \
    10 Access changed from Non-3GPP to 3GPP; 11 PDN connection inactivity timer expires; \
    12 PGW not responding; 13 Network Failure; 14 QoS parameter mismatch; 15 EPS to 5GS Mobility; \
    16 Request accepted; 17 Request accepted partially; 18 New PDN type due to network preference; \
    19 New PDN type due to single address bearer only; 64 Context Not Found; \
    65 Invalid Message Format; 66 Version not supported by next peer; 67 Invalid length; \
    68 Service not supported; 69 Mandatory IE incorrect; 70 Mandatory IE missing; \
    72 System failure; 73 No resources available; 74 Semantic error in the TFT operation; \
    75 Syntactic error in the TFT operation; 76 Semantic errors in packet filter(s); \
    77 Syntactic errors in packet filter(s); 78 Missing or unknown APN; 80 GRE key not found; \
    81 Relocation failure; 82 Denied in RAT; 83 Preferred PDN type not supported; \
    84 All dynamic addresses are occupied; 85 UE context without TFT already activated; \
    86 Protocol type not supported; 87 UE not responding; 88 UE refuses; 89 Service denied; \
    90 Unable to page UE; 91 No memory available; 92 User authentication failed; \
    93 APN access denied - no subscription; 94 Request rejected(reason not specified); \
    95 P-TMSI Signature mismatch; 96 IMSI/IMEI not known; 97 Semantic error in the TAD operation; \
    98 Syntactic error in the TAD operation; 100 Remote peer not responding; \
    101 Collision with network initiated request; 102 Unable to page UE due to Suspension; \
    103 Conditional IE missing; \
    104 APN Restriction type Incompatible with currently active PDN connection; \
    105 Invalid overall length of the triggered response message and a piggybacked initial message; \
    106 Data forwarding not supported; 107 Invalid reply from remote peer; 108 Fallback to GTPv1; \
    109 Invalid peer; 110 Temporarily rejected due to handover/TAU/RAU procedure in progress; \
    111 Modifications not limited to S1-U bearers; 112 Request rejected for a PMIPv6 reason ; \
    113 APN Congestion; 114 Bearer handling not supported; 115 UE already re-attached; \
    116 Multiple PDN connections for a given APN not allowed; \
    117 Target access restricted for the subscriber; \
    118 Shall not be used. See NOTE 2 and NOTE 3.; 119 MME/SGSN refuses due to VPLMN Policy; \
    120 GTP-C Entity Congestion; 121 Late Overlapping Request; 122 Timed out Request; \
    123 UE is temporarily not reachable due to power saving; \
    124 Relocation failure due to NAS message redirection; \
    125 UE not authorised by OCS or external AAA Server; \
    126 Multiple accesses to a PDN connection not allowed; \
    127 Request rejected due to UE capability; 128 S1-U Path Failure
    """)
}
