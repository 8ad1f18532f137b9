"""The figures as text and as Markdown."""

from peers import CAPINFOS

HEADS = ("", "seconds", "CPU seconds", "packets/s", "GB/s", "peak MB", "x capinfos", "spread")


def rows(figures, packets, size):
    base = figures.get(CAPINFOS)
    for name, figure in figures.items():
        about = "~" if figure.packets else ""
        yield (name + (f" (first {figure.packets:,} packets, scaled)" if about else ""),
               f"{about}{figure.seconds:.2f}", f"{about}{figure.processor:.2f}",
               f"{about}{significant(packets / figure.seconds)}",
               f"{about}{size / figure.seconds / 1e9:.3f}", f"{figure.peak / 1e6:.0f}",
               f"{about}{figure.seconds / base.seconds:.2f}" if base else "",
               f"{100 * figure.spread:.0f} %")


def significant(value):
    """Three digits, and the rest zeros: more would not be true."""
    digits = max(0, len(str(int(value))) - 3)
    return f"{round(value, -digits):,.0f}"


def text(heads, lines):
    lines = [heads, *lines]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join("  ".join(
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in lines)


def markdown(heads, lines):
    marks = ["---" if column == 0 else "---:" for column in range(len(heads))]
    return "\n".join("| " + " | ".join(line) + " |" for line in [heads, marks, *lines])
