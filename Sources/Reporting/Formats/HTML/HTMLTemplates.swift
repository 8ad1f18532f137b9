import Mustache

/// The templates of the page; every value in them is escaped before it gets here.
enum HTMLTemplates {
  static func library() throws -> MustacheLibrary {
    let sources = [
      "page": page, "block": block, "table": table, "figure": figure, "inline": inline,
      "contents": contents, "csv": csv, "live": live,
    ]
    // Mustache escapes by characters, which is not enough; see `htmlEscaped`.
    let templates = try sources.mapValues {
      try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + $0)
    }
    return MustacheLibrary(templates: templates)
  }

  private static let page = """
    <!doctype html>
    <html lang="{{language}}" class="{{theme}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="{{colorScheme}}">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="Packetpress {{version}}">
    {{#author}}<meta name="author" content="{{.}}">
    {{/author}}
    <title>{{title}}</title>
    {{#style}}
    <style>
    {{.}}
    </style>
    {{/style}}
    {{^style}}
    <link rel="stylesheet" href="style.css">
    {{/style}}
    {{#icon}}
    <link rel="icon" href="{{.}}">
    {{/icon}}
    {{#reportScript}}
    <script src="{{.}}" defer{{#live}} blocking="render"{{/live}}></script>
    {{/reportScript}}
    {{#live}}
    {{#script}}
    <noscript><meta http-equiv="refresh" content="{{every}}"></noscript>
    <script src="{{.}}" defer blocking="render"></script>
    {{/script}}
    {{/live}}
    </head>
    <body>
    <a class="skip" href="#main">{{words.skip}}</a>
    <header>
    {{#logo}}
    <img class="logo" src="{{image}}" width="{{width}}" height="{{height}}" alt="{{name}}">
    {{/logo}}
    <p class="kicker">Packetpress · {{kicker}}</p>
    <h1>{{title}}</h1>
    {{#tagline}}
    <p class="tagline">{{.}}</p>
    {{/tagline}}
    <p class="subtitle">{{subtitle}}{{#author}} · {{words.by}}{{/author}}</p>
    </header>
    {{#live}}
    {{> live}}
    {{/live}}
    {{> contents}}
    <main id="main">
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title"><a href="#{{id}}"><span class="number">{{number}}</span> {{headline}}</a></h2>
    {{#groups}}
    {{#pair}}<div class="pair">{{/pair}}
    {{#blocks}}
    {{> block}}
    {{/blocks}}
    {{#pair}}</div>{{/pair}}
    {{/groups}}
    </section>
    {{/sections}}
    </main>
    <footer>
    <p>{{words.made}}</p>
    </footer>
    </body>
    </html>

    """

  private static let contents = """
    <nav aria-label="{{words.contents}}">
    <ol>
    {{#sections}}
    <li><a href="#{{id}}">{{title}}</a></li>
    {{/sections}}
    </ol>
    {{#hasFiles}}
    <ul class="files">
    {{#files}}
    <li><a href="{{path}}">{{label}}</a></li>
    {{/files}}
    </ul>
    {{/hasFiles}}
    </nav>

    """

  private static let inline = """
    {{#runs}}{{#plain}}{{.}}{{/plain}}{{#strong}}<strong>{{.}}</strong>{{/strong}}\
    {{#mono}}<code>{{.}}</code>{{/mono}}{{#emphasis}}<em>{{.}}</em>{{/emphasis}}\
    {{#link}}<a href="{{address}}" rel="noreferrer">{{words}}</a>{{/link}}\
    {{#place}}<a href="{{address}}">{{words}}</a>{{/place}}\
    {{#file}}<a href="{{address}}"><code>{{words}}</code></a>{{/file}}{{/runs}}
    """

  private static let block = """
    {{#verdict}}<p class="verdict {{class}}"><strong aria-hidden="true">{{sign}}</strong> \
    {{> inline}}</p>{{/verdict}}
    {{#lead}}<p class="lead">{{> inline}}</p>{{/lead}}
    {{#paragraph}}<p>{{> inline}}</p>{{/paragraph}}
    {{#note}}<p class="note">{{> inline}}</p>{{/note}}
    {{#warning}}<p class="warning"><strong>{{words.remark}}</strong> {{> inline}}</p>{{/warning}}
    {{#heading}}<h3 id="{{anchor}}">{{title}}</h3>{{/heading}}
    {{#list}}<ul class="remarks">{{#items}}<li>{{> inline}}</li>{{/items}}</ul>{{/list}}
    {{#steps}}<ol class="remarks">{{#items}}<li>{{> inline}}</li>{{/items}}</ol>{{/steps}}
    {{#code}}<pre tabindex="0"><code>{{text}}</code></pre>{{/code}}
    {{#keyFigures}}<dl class="key">{{#figures}}<div><dt>{{label}}</dt>\
    <dd>{{#section}}<a href="#{{.}}">{{/section}}{{value}}{{#section}}</a>{{/section}}\
    {{#detail}} <small>{{.}}</small>{{/detail}}</dd></div>{{/figures}}</dl>{{/keyFigures}}
    {{#facts}}<dl class="facts">{{#facts}}<dt>{{term}}</dt><dd>{{> inline}}</dd>{{/facts}}</dl>\
    {{/facts}}
    {{#table}}{{> table}}{{/table}}
    {{#figure}}{{> figure}}{{/figure}}
    """

  private static let table = """
    <div class="table">
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{id}}-caption">
    <table id="{{id}}">
    <caption id="{{id}}-caption">{{caption}}</caption>
    <thead><tr>{{#columns}}<th scope="col" class="{{class}}">{{title}}\
    {{#unit}} <small>({{.}})</small>{{/unit}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr{{#isOthers}} class="others"{{/isOthers}}>{{#cells}}{{#isHead}}<th scope="row"{{/isHead}}\
    {{^isHead}}<td{{/isHead}} class="{{class}}"{{#explanation}} title="{{.}}"{{/explanation}}>\
    {{#bar}}<svg class="bar" width="50" height="4" viewBox="0 0 100 1" fill="currentColor" \
    preserveAspectRatio="none" aria-hidden="true"><rect width="{{.}}" height="1"></rect></svg>{{/bar}}\
    {{#trend}}<svg width="96" height="16" viewBox="0 0 {{width}} {{height}}" fill="currentColor" \
    preserveAspectRatio="none" role="img" aria-label="{{explanation}}"><path d="{{path}}"></path>\
    </svg>{{/trend}}{{^trend}}{{text}}{{/trend}}\
    {{#isHead}}</th>{{/isHead}}{{^isHead}}</td>{{/isHead}}{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{> csv}}
    </div>

    """

  private static let csv = """
    {{#csv}}<p class="csv"><a href="{{.}}">{{words.csv}}</a></p>{{/csv}}
    """

  private static let figure = """
    <figure id="chart-{{name}}">
    <div class="scroll" role="region" tabindex="0" aria-label="{{label}}">
    <div class="plot">
    <picture>{{#dark}}<source media="(prefers-color-scheme: dark)" srcset="{{.}}">{{/dark}}\
    <img src="{{image}}" width="{{width}}" height="{{height}}" alt="{{alternativeText}}"></picture>
    {{#hasHotspots}}<svg class="overlay" width="0" height="0" viewBox="0 0 {{width}} {{height}}" \
    fill="none" pointer-events="all" aria-hidden="true">\
    {{hotspots}}</svg>{{/hasHotspots}}
    </div>
    </div>
    {{#numbers}}
    <details><summary>{{labelled}}</summary>
    {{> table}}
    </details>
    {{/numbers}}
    <figcaption><b>{{heading}}</b> {{caption}}</figcaption>
    </figure>

    """
}
