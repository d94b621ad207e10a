//! The older rendering of the documents: the text of a web page, which has lost all indentation.
//!
//! What belongs to what is told by the heads: `Name { a, b, 3 more }` is followed by its five fields, each
//! followed by what expands it.

use super::{
    expression::{Core, Expression, Head, Line, Literal, Term},
    page::{Bullet, Endpoint, Example, Page, Part, Section, SectionKind, attribute, endpoint},
};

/// Reads a page.
pub(super) fn read(text: &str) -> Page {
    let mut reader = Reader {
        lines: lines(text),
        at: 0,
        expanded: Vec::new(),
        depth: 0,
    };
    reader.page()
}

/// Whether a text looks like a page of this rendering.
pub(super) fn is_like(text: &str) -> bool {
    let lines = lines(text);
    lines.iter().any(|line| match &line.content {
        Content::Endpoint(..) => true,
        Content::Structure(Line::Type { expression, .. }) => expression.head().is_some(),
        _ => false,
    })
}

struct Text {
    number: usize,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Prose(String),
    /// What is said of formats and bounds.
    Attribute(String, String),
    /// The values or types below are those that are accepted.
    Alternatives,
    Section(SectionKind),
    /// Another heading.
    Heading,
    Endpoint(String, String),
    Structure(Line),
    Json(String),
}

const FOLDS: &str = "Expand Collapse";

/// How deep types may nest: the text is anyone's.
const MOST_NESTED: usize = 64;

fn lines(text: &str) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    let mut skip = 0;
    for (index, line) in text.lines().enumerate() {
        if index < skip {
            continue;
        }
        let number = index + 1;
        if line == "{" || line == "[" {
            let rest = text.lines().skip(index).collect::<Vec<_>>().join("\n");
            if let Some(json) = json(&rest) {
                skip = index + json.lines().count();
                let content = Content::Json(json);
                all.push(Text { number, content });
                continue;
            }
        }
        let line = line.trim();
        if !line.is_empty() {
            let content = content(line);
            all.push(Text { number, content });
        }
    }
    all
}

/// The JSON value that a text begins with.
fn json(text: &str) -> Option<String> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    text.get(..values.byte_offset()).map(str::to_owned)
}

fn content(line: &str) -> Content {
    const ALTERNATIVES: &[&str] = &["Accepts one of the following:", "One of the following:"];
    if ALTERNATIVES.contains(&line) {
        return Content::Alternatives;
    }
    if let Some(heading) = line.strip_suffix(FOLDS) {
        return SectionKind::of(heading).map_or(Content::Heading, Content::Section);
    }
    if line.split(' ').count() <= 2 {
        if let Some(kind) = SectionKind::of(line).filter(|_| !line.contains(':')) {
            return Content::Section(kind);
        }
    }
    if let Some(slash) = line.find('/') {
        if let Some((method, path)) = endpoint(line[..slash].trim_end(), &line[slash..]) {
            return Content::Endpoint(method, path);
        }
    }
    // `formatdate-time`, `maximum100`
    for name in ["format", "maximum", "minimum"] {
        let value = line.strip_prefix(name);
        if let Some((name, value)) = value.and_then(|value| attribute(name, value)) {
            return Content::Attribute(name, value);
        }
    }
    match Line::parse(line) {
        // A word by itself is no type: any sentence can be one.
        Some(Line::Type {
            name: None,
            expression,
        }) if !is_plain(&expression) => Content::Prose(line.to_owned()),
        Some(content) => Content::Structure(content),
        None => Content::Prose(line.to_owned()),
    }
}

/// Whether it is an array or a type that has no name.
fn is_plain(expression: &Expression) -> bool {
    let mut terms = expression.terms.iter();
    terms.all(|term| term.arrays > 0 || !matches!(term.core, Core::Name(_)))
}

struct Reader {
    lines: Vec<Text>,
    at: usize,
    /// The heads that have been expanded: a type is, at its first use only.
    expanded: Vec<Head>,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Content> {
        self.lines.get(self.at).map(|line| &line.content)
    }

    fn number(&self) -> usize {
        let last = self.lines.last();
        self.lines
            .get(self.at)
            .or(last)
            .map_or(1, |line| line.number)
    }

    fn page(&mut self) -> Page {
        let mut page = Page::default();
        let mut heading = String::new();
        while let Some(content) = self.peek().cloned() {
            let number = self.number();
            match content {
                Content::Endpoint(method, path) => {
                    self.at += 1;
                    self.expanded.clear();
                    page.parts.push(Part::Endpoint(Endpoint {
                        line: number,
                        name: std::mem::take(&mut heading),
                        method,
                        path,
                        sections: Vec::new(),
                        examples: Vec::new(),
                    }));
                }
                Content::Section(kind) => {
                    self.at += 1;
                    self.skip_prose();
                    let bullets = self.section(kind);
                    if let Some(Part::Endpoint(endpoint)) = page.parts.last_mut() {
                        endpoint.sections.push(Section {
                            line: number,
                            kind,
                            bullets,
                        });
                    }
                }
                Content::Structure(line @ Line::Type { name: Some(_), .. }) => {
                    self.at += 1;
                    let bullet = self.bullet(number, line, None);
                    page.parts.push(Part::Type(bullet));
                }
                Content::Json(text) => {
                    self.at += 1;
                    if let Some(Part::Endpoint(endpoint)) = page.parts.last_mut() {
                        endpoint.examples.push(Example {
                            line: number,
                            text,
                            is_request: false,
                        });
                    }
                }
                Content::Structure(Line::Field { .. }) => {
                    self.at += 1;
                    page.stray.push(number);
                }
                other => {
                    self.at += 1;
                    if let Content::Prose(text) = other {
                        heading = text;
                    }
                }
            }
        }
        page
    }

    fn skip_prose(&mut self) {
        while matches!(self.peek(), Some(Content::Prose(_))) {
            self.at += 1;
        }
    }

    fn section(&mut self, kind: SectionKind) -> Vec<Bullet> {
        if matches!(self.peek(), Some(Content::Alternatives)) {
            self.at += 1;
        }
        let mut bullets = Vec::new();
        while let Some(Content::Structure(line)) = self.peek().cloned() {
            if !kind.admits(&line) {
                break;
            }
            let number = self.number();
            self.at += 1;
            bullets.push(self.bullet(number, line, None));
            self.lost(&mut bullets, None);
        }
        bullets
    }

    /// The fields of an object.
    fn fields(&mut self, head: &Head) -> Vec<Bullet> {
        let mut bullets = Vec::new();
        while bullets.len() < head.total {
            let Some(Content::Structure(line @ Line::Field { .. })) = self.peek().cloned() else {
                break;
            };
            let number = self.number();
            self.at += 1;
            let next = head.keys.get(bullets.len() + 1).map(String::as_str);
            bullets.push(self.bullet(number, line, next));
            if bullets.len() < head.total {
                self.lost(&mut bullets, Some(head));
            }
        }
        bullets
    }

    /// A field whose own line the page has lost: its values come behind a field that can't have any. Its key
    /// is in the head, if it is among the first.
    fn lost(&mut self, bullets: &mut Vec<Bullet>, head: Option<&Head>) {
        while matches!(self.peek(), Some(Content::Alternatives)) {
            let number = self.number();
            let key = head.and_then(|head| head.keys.get(bullets.len()));
            let content = Line::Field {
                key: key.cloned().unwrap_or_default(),
                expression: None,
            };
            let bullet = self.bullet(number, content, None);
            bullets.push(bullet);
        }
    }

    /// A line with what expands it. `next` is the key that its owner has behind it, as far as that is known.
    fn bullet(&mut self, number: usize, content: Line, next: Option<&str>) -> Bullet {
        let mut bullet = Bullet::new(number, content);
        loop {
            match self.peek() {
                Some(Content::Prose(text)) => bullet.prose.push(text.clone()),
                Some(Content::Attribute(name, value)) => {
                    bullet.attributes.push((name.clone(), value.clone()));
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.depth < MOST_NESTED {
            self.depth += 1;
            bullet.children = self.children(&bullet.content, next);
            self.depth -= 1;
        }
        bullet
    }

    fn children(&mut self, content: &Line, next: Option<&str>) -> Vec<Bullet> {
        match self.peek() {
            Some(Content::Alternatives) if may_have_alternatives(content) => {
                self.at += 1;
                self.alternatives(content)
            }
            Some(Content::Structure(Line::Field { key, .. })) => {
                let Some(head) = content.expression().and_then(Expression::head).cloned() else {
                    return Vec::new();
                };
                let is_first = head.keys.first().is_none_or(|first| first == key);
                // Behind a type that has been expanded before, the key can as well be its owner's next.
                let is_next = next == Some(key) && self.expanded.contains(&head);
                if !is_first || is_next {
                    return Vec::new();
                }
                self.expanded.push(head.clone());
                self.fields(&head)
            }
            _ => Vec::new(),
        }
    }

    fn alternatives(&mut self, content: &Line) -> Vec<Bullet> {
        let count = content.expression().map_or(usize::MAX, |expression| {
            match expression.terms.as_slice() {
                [
                    Term {
                        core: Core::Name(_) | Core::Head(_),
                        ..
                    },
                ] if expression.more == 0 => usize::MAX,
                terms => terms.len() + expression.more,
            }
        });
        let mut bullets: Vec<Bullet> = Vec::new();
        while bullets.len() < count {
            let Some(Content::Structure(line)) = self.peek().cloned() else {
                break;
            };
            let is_same = match (&line, bullets.first()) {
                (Line::Field { .. }, _) => false,
                (_, None) => true,
                (Line::Literal(_), Some(first)) => matches!(first.content, Line::Literal(_)),
                (Line::Type { .. }, Some(first)) => matches!(first.content, Line::Type { .. }),
            };
            if !is_same {
                break;
            }
            let number = self.number();
            self.at += 1;
            bullets.push(self.bullet(number, line, None));
        }
        bullets
    }
}

/// Whether the values or types that a page lists can be those of a line.
fn may_have_alternatives(content: &Line) -> bool {
    let Some(expression) = content.expression() else {
        return matches!(content, Line::Field { .. });
    };
    expression.terms.len() + expression.more > 1
        || expression.terms.iter().any(|term| {
            matches!(
                &term.core,
                Core::Name(_) | Core::Literal(Literal::Text(_)) | Core::Map(Some(_))
            )
        })
}
