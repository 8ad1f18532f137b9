import Foundation

/// The part of JSON Schema 2020-12 that our schema uses; an unknown keyword is an error.
struct SchemaValidator {
  private let root: [String: Any]

  init(contentsOf url: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
  }

  /// The schema of this checkout.
  static func report() throws -> SchemaValidator {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try SchemaValidator(
      contentsOf: checkout.appending(path: "Documentation/report.schema.json"))
  }

  /// A schema that belongs to the tests.
  static func fixture(_ name: String) throws -> SchemaValidator {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try SchemaValidator(contentsOf: tests.appending(path: "Fixtures/\(name)"))
  }

  func errors(in value: Any) -> [String] { check(value, root, "$") }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": []
      case "$ref": reference(value, argument as? String ?? "", path)
      case "type": type(value, argument, path)
      case "const": "\(value)" == "\(argument)" ? [] : ["\(path): \(value) is not \(argument)"]
      case "enum": enumeration(value, argument as? [Any] ?? [], path)
      case "minimum": minimum(value, argument, path)
      case "maxLength", "maxItems": maximum(value, argument as? Int ?? 0, path)
      case "pattern": pattern(value, argument as? String ?? "", path)
      case "anyOf": anyOf(value, argument as? [[String: Any]] ?? [], path)
      case "items": items(value, argument as? [String: Any] ?? [:], path)
      case "required": required(value, argument as? [String] ?? [], path)
      case "properties": properties(value, argument as? [String: Any] ?? [:], path)
      case "additionalProperties": additional(value, argument, schema, path)
      default: ["\(path): the schema uses \(keyword), which the validator does not know"]
      }
    }
  }

  private func reference(_ value: Any, _ name: String, _ path: String) -> [String] {
    let definitions = root["$defs"] as? [String: Any] ?? [:]
    guard let schema = definitions[String(name.dropFirst("#/$defs/".count))] as? [String: Any]
    else { return ["\(path): there is no \(name)"] }
    return check(value, schema, path)
  }

  private func type(_ value: Any, _ argument: Any, _ path: String) -> [String] {
    let types = argument as? [String] ?? [argument as? String ?? ""]
    return types.contains { Self.isOf(type: $0, value) } ? [] : ["\(path): not \(types): \(value)"]
  }

  private static func isOf(type: String, _ value: Any) -> Bool {
    switch type {
    case "null": value is NSNull
    case "boolean": value is Bool
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "number": value is NSNumber
    case "integer":
      (value as? NSNumber).map { $0.stringValue.allSatisfy { $0.isNumber || $0 == "-" } } ?? false
    default: false
    }
  }

  private func enumeration(_ value: Any, _ values: [Any], _ path: String) -> [String] {
    values.contains { "\($0)" == "\(value)" } ? [] : ["\(path): \(value) is not allowed"]
  }

  private func minimum(_ value: Any, _ argument: Any, _ path: String) -> [String] {
    guard let number = value as? NSNumber, let least = argument as? NSNumber else { return [] }
    return number.compare(least) == .orderedAscending ? ["\(path): \(value) is too small"] : []
  }

  /// Lengths of texts are in scalars.
  private func maximum(_ value: Any, _ most: Int, _ path: String) -> [String] {
    let count = (value as? String)?.unicodeScalars.count ?? (value as? [Any])?.count ?? 0
    return count > most ? ["\(path): \(count) is more than \(most)"] : []
  }

  private func pattern(_ value: Any, _ pattern: String, _ path: String) -> [String] {
    guard let text = value as? String else { return [] }
    return text.range(of: pattern, options: .regularExpression) == nil
      ? ["\(path): \(text) does not match"] : []
  }

  private func anyOf(_ value: Any, _ schemas: [[String: Any]], _ path: String) -> [String] {
    schemas.contains { check(value, $0, path).isEmpty } ? [] : ["\(path): matches none: \(value)"]
  }

  private func items(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    (value as? [Any] ?? []).enumerated().flatMap { check($1, schema, "\(path)[\($0)]") }
  }

  private func required(_ value: Any, _ keys: [String], _ path: String) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    return keys.filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
  }

  private func properties(_ value: Any, _ schemas: [String: Any], _ path: String) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    return schemas.flatMap { key, schema -> [String] in
      guard let member = object[key], let schema = schema as? [String: Any] else { return [] }
      return check(member, schema, "\(path).\(key)")
    }
  }

  private func additional(
    _ value: Any, _ argument: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
    let others = object.filter { !known.contains($0.key) }
    guard let schema = argument as? [String: Any] else {
      return others.keys.map { "\(path): \($0) is not in the schema" }
    }
    return others.flatMap { check($0.value, schema, "\(path).\($0.key)") }
  }
}
