import Charts

extension HTMLStyle {
  /// Rules for what the sender added; none where nothing was.
  static func branding(_ branding: Branding) -> String {
    let parts = [
      branding.accent.map(colors), branding.logo.map { _ in logo },
      branding.subtitle.map { _ in tagline }, branding.note.map { _ in note },
    ]
    return parts.compactMap { $0 }.joined()
  }

  private static func colors(_ accent: Accent) -> String {
    """
    :root { --link: \(accent.light.hex); }
    :root.dark { --link: \(accent.dark.hex); }
    @media (prefers-color-scheme: dark) { :root.auto { --link: \(accent.dark.hex); } }
    @media print { :root, :root.auto, :root.dark { --link: \(accent.light.hex); } }
    header { border-color: var(--link); }

    """
  }

  /// Logos are made for white paper, and stay on it.
  private static let logo = """
    .logo { float: right; margin: 0 0 .5rem 1.5rem; max-width: 40%; height: auto;
      object-fit: contain; }
    :root.dark .logo { padding: .35rem; background: #ffffff; border-radius: 3px; }
    @media (prefers-color-scheme: dark) { :root.auto .logo { padding: .35rem; background: #ffffff;
      border-radius: 3px; } }

    """

  private static let tagline = """
    .tagline { margin: 0 0 .15rem; font-size: 1.125rem; overflow-wrap: anywhere; }

    """

  private static let note = """
    #note p, #note pre { max-width: 52rem; }
    #note p { overflow-wrap: anywhere; }
    pre { margin: 0 0 1rem; padding: .6rem .8rem; background: var(--faint); overflow-x: auto; }
    pre code { overflow-wrap: normal; }

    """
}
