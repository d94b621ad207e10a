//! The newest rendering of the documents: markdown, in which nested bullets expand types.

use std::iter::Peekable;

use super::{
    expression::{Expression, Line},
    page::{Bullet, Endpoint, Example, Page, Part, Section, SectionKind, attribute, endpoint},
};

/// Where in a page a line stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Mode {
    /// Nothing that is read.
    Prose,
    Section(SectionKind),
    /// Types that are described by themselves, under a heading of that level.
    Types(usize),
    /// Examples; `true` under the heading of a response.
    Example(bool),
}

/// What code stands between.
const FENCE: &str = "```";

/// How far a bullet stands in from the one that it expands.
const STEP: usize = 2;

/// Reads a page.
pub(super) fn read(text: &str) -> Page {
    let mut reader = Reader {
        page: Page::default(),
        mode: Mode::Prose,
        heading: String::new(),
        open: Vec::new(),
        done: Vec::new(),
        may_begin: true,
    };
    let mut lines = text.lines().enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        let number = index + 1;
        let content = line.trim_start();
        if let Some(language) = content.strip_prefix(FENCE) {
            match fenced(&mut lines) {
                Some(code) => reader.code(number + 1, language.trim(), &code),
                None => reader.cut(number, "code begins here, and doesn't end"),
            }
        } else if line.starts_with('#') {
            reader.heading(number, line);
        } else if let Some((method, path)) = verb(line) {
            reader.endpoint(number, method, path);
        } else {
            reader.line(number, line);
        }
    }
    reader.close();
    let written = text.trim_end();
    let mut lines = written.lines();
    if lines.next_back().is_some_and(|line| line.starts_with('#')) {
        reader.cut(written.lines().count(), "nothing follows this heading");
    }
    reader.page
}

/// The code behind a fence, if another one closes it.
fn fenced<'a>(lines: &mut Peekable<impl Iterator<Item = (usize, &'a str)>>) -> Option<String> {
    // A fence that names a language opens other code: then one of the two between is lost.
    let opens = |line: &str| {
        let language = line.trim().strip_prefix(FENCE);
        language.is_some_and(|language| !language.is_empty())
    };
    let mut code = String::new();
    while let Some((_, line)) = lines.next_if(|(_, line)| !opens(line)) {
        if line.trim() == FENCE {
            return Some(code);
        }
        code.push_str(line);
        code.push('\n');
    }
    None
}

/// Whether a text looks like a page of this rendering.
pub(super) fn is_like(text: &str) -> bool {
    text.lines()
        .any(|line| verb(line).is_some() || bullet(line).is_some())
}

/// `**get** ` and the path in code marks.
fn verb(line: &str) -> Option<(String, String)> {
    let (method, rest) = line.strip_prefix("**")?.split_once("**")?;
    let path = rest.trim().strip_prefix('`')?.strip_suffix('`')?;
    endpoint(method, path)
}

/// A bullet that is code and nothing else: how far it stands in, and what it says.
fn bullet(line: &str) -> Option<(usize, Line)> {
    let content = line.trim_start_matches(' ');
    let code = content.strip_prefix("- `")?.trim_end().strip_suffix('`')?;
    if code.contains('`') {
        return None;
    }
    Some((line.len() - content.len(), Line::parse(code)?))
}

struct Reader {
    page: Page,
    mode: Mode,
    heading: String,
    /// The bullets that can still be expanded, each within the one before.
    open: Vec<(usize, Bullet)>,
    /// The bullets of the section that are complete.
    done: Vec<Bullet>,
    /// Whether a bullet can begin: behind a blank line or another bullet, not in a description's list.
    may_begin: bool,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if line.trim().is_empty() {
            self.may_begin = true;
            return;
        }
        if self.may_begin {
            if let Some((indent, content)) = bullet(line) {
                if self.bullet(number, indent, content) {
                    return;
                }
            }
        }
        self.may_begin = false;
        if let Some((_, last)) = self.open.last_mut() {
            let line = line.trim();
            let said = line.split_once(": ");
            match said.and_then(|(name, value)| attribute(name, value)) {
                Some(attribute) => last.attributes.push(attribute),
                None => last.prose.push(line.to_owned()),
            }
        }
    }

    /// Takes a bullet, unless nothing there can be expanded by it: then it is part of a description.
    fn bullet(&mut self, number: usize, indent: usize, content: Line) -> bool {
        let depth = self
            .open
            .iter()
            .position(|(own, _)| *own >= indent)
            .unwrap_or(self.open.len());
        let fits = match depth.checked_sub(1).and_then(|last| self.open.get(last)) {
            Some((outer, parent)) => outer + STEP == indent && parent.content.admits(&content),
            None => {
                indent == 0
                    && match self.mode {
                        Mode::Section(kind) => kind.admits(&content),
                        Mode::Types(_) => matches!(&content, Line::Type { name: Some(_), .. }),
                        Mode::Prose | Mode::Example(_) => false,
                    }
            }
        };
        if fits {
            self.fold(depth);
            self.open.push((indent, Bullet::new(number, content)));
        }
        fits
    }

    /// Completes the bullets beyond a depth.
    fn fold(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some((_, bullet)) = self.open.pop() else {
                return;
            };
            match self.open.last_mut() {
                Some((_, parent)) => parent.children.push(bullet),
                None => self.done.push(bullet),
            }
        }
    }

    fn cut(&mut self, line: usize, how: &'static str) {
        self.page.cut.push((line, how));
    }

    /// Completes the section.
    fn close(&mut self) {
        self.fold(0);
        self.may_begin = true;
        let bullets = std::mem::take(&mut self.done);
        match self.mode {
            Mode::Section(_) => {
                if let Some(section) = self
                    .current()
                    .and_then(|endpoint| endpoint.sections.last_mut())
                {
                    section.bullets.extend(bullets);
                }
            }
            Mode::Types(_) => {
                for bullet in bullets {
                    // Elsewhere that is a type that came before, but here its fields are all that there is to tell.
                    let head = bullet.content.expression().and_then(Expression::head);
                    if bullet.children.is_empty() && head.is_some_and(|head| head.total > 0) {
                        self.cut(
                            bullet.line,
                            "a type begins here, and none of its fields follow",
                        );
                    }
                    self.page.parts.push(Part::Type(bullet));
                }
            }
            Mode::Prose | Mode::Example(_) => {}
        }
    }

    /// The endpoint that is being described.
    fn current(&mut self) -> Option<&mut Endpoint> {
        match self.page.parts.last_mut() {
            Some(Part::Endpoint(endpoint)) => Some(endpoint),
            _ => None,
        }
    }

    fn heading(&mut self, number: usize, line: &str) {
        self.close();
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        let title = line[level..].trim();
        let kind = SectionKind::of(title);
        let lower = title.to_lowercase();
        self.mode = match (kind, self.mode) {
            (_, Mode::Types(own)) if level > own => self.mode,
            (Some(kind), _) if self.current().is_some() => {
                if let Some(endpoint) = self.current() {
                    endpoint.sections.push(Section {
                        line: number,
                        kind,
                        bullets: Vec::new(),
                    });
                }
                Mode::Section(kind)
            }
            _ if lower == "domain types" => Mode::Types(level),
            _ if lower.starts_with("example") => Mode::Example(false),
            (_, Mode::Example(_)) if lower.starts_with("response") => Mode::Example(true),
            _ => {
                title.clone_into(&mut self.heading);
                Mode::Prose
            }
        };
    }

    fn endpoint(&mut self, number: usize, method: String, path: String) {
        self.close();
        self.mode = Mode::Prose;
        self.page.parts.push(Part::Endpoint(Endpoint {
            line: number,
            name: self.heading.clone(),
            method,
            path,
            sections: Vec::new(),
            examples: Vec::new(),
        }));
    }

    fn code(&mut self, number: usize, language: &str, code: &str) {
        self.may_begin = false;
        let Mode::Example(is_response) = self.mode else {
            return;
        };
        let example = if is_response && language == "json" {
            Some(Example {
                line: number,
                text: code.to_owned(),
                is_request: false,
            })
        } else {
            payload(code).map(|(line, text)| Example {
                line: number + line,
                text,
                is_request: true,
            })
        };
        if let Some(endpoint) = self.current() {
            endpoint.examples.extend(example);
        }
    }
}

/// What a command sends, and how many lines come before it.
fn payload(command: &str) -> Option<(usize, String)> {
    const FLAG: &str = "-d '";
    let start = command.find(FLAG)? + FLAG.len();
    let (before, rest) = command.split_at(start);
    // A quote within the payload is written as `'\''`.
    let rest = rest.replace("'\\''", "\u{0}");
    let (text, _) = rest.split_once('\'')?;
    Some((before.matches('\n').count(), text.replace('\u{0}', "'")))
}
