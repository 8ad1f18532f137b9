/// A sheet of paper with a curve on it, for the tab of a browser, which asks for one anyway.
enum PageIcon {
  static let path = "icon.svg"

  static let text = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <rect x="5" y="2" width="22" height="28" rx="2" fill="#ffffff" stroke="#3f5878" stroke-width="2"/>
    <path d="M9 22l4-7 4 4 6-10" fill="none" stroke="#1a7a48" stroke-width="2.5"/>
    </svg>

    """
}
