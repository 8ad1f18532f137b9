import PacketDecoding
import TrafficAnalysis

/// What of a conversation is a member of a set, so that the member's first packet can be named.
enum ConversationTrace: Sendable {
  case ends, client, server, serverName, port, protocols, application

  func names(of conversation: Conversation) -> [String] {
    switch self {
    case .ends: [conversation.client.description, conversation.server.description]
    case .client: [conversation.client.description]
    case .server: [conversation.server.description]
    case .serverName: conversation.serverName.map { [NameSetCatalog.hostName($0)] } ?? []
    case .port:
      conversation.serverPort.map { ["\($0)/\(conversation.transport.lowercased())"] } ?? []
    case .protocols:
      [conversation.transport.lowercased()] + Self.application.names(of: conversation)
    case .application: conversation.application.map { [$0] } ?? []
    }
  }
}
