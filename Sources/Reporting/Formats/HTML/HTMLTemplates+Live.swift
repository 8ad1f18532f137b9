extension HTMLTemplates {
  /// The strip at the top of a live page; `live.js` finds what it needs in its attributes.
  static let live = """
    <aside id="live" class="{{stateClass}}" aria-label="{{words.live}}" data-generation="{{generation}}" \
    data-started="{{started}}" data-updated="{{updated}}" data-every="{{every}}" \
    data-root="{{root}}"{{#events}} data-events="{{.}}"{{/events}}>
    <p id="live-stale" class="warning" role="alert" hidden></p>
    <div role="status">{{#notices}}<p class="warning"><strong>{{words.notice}}</strong> {{text}}</p>\
    {{/notices}}</div>
    <div class="state">
    <p><b id="live-state">{{state}}</b> · {{source}}</p>
    <p>{{words.updated}} <time datetime="{{updated}}">{{updatedClock}}</time><span id="live-age"></span></p>
    <ul class="tabs">
    {{#tabs}}
    <li><a href="{{path}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>
    {{/tabs}}
    </ul>
    </div>
    <dl class="key">{{#figures}}<div{{#isMarked}} class="marked"{{/isMarked}}><dt>{{label}}</dt>\
    <dd>{{value}}{{#detail}} <small>{{.}}</small>{{/detail}}</dd></div>{{/figures}}</dl>
    {{#interfaces}}
    {{> table}}
    {{/interfaces}}
    <p class="about">{{about}}{{#hasSaved}} {{saved}}{{/hasSaved}}</p>
    </aside>

    """
}
