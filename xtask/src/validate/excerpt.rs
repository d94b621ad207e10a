//! Drawing the place of an error.

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use super::text::printable;

/// How much of a line is shown before and after the place: bodies often come as one long line.
const BEFORE: usize = 50;
const AFTER: usize = 40;

/// What to draw.
pub(crate) struct Drawing<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// From 1.
    pub(crate) line: usize,
    /// In bytes, from 1.
    pub(crate) column: usize,
    /// How many bytes are marked.
    pub(crate) length: usize,
    /// How many lines come before the text.
    pub(crate) lines_before: usize,
    /// How many bytes come before it in its first line.
    pub(crate) bytes_before: usize,
    pub(crate) title: &'a str,
    pub(crate) label: &'a str,
    pub(crate) help: Option<String>,
}

impl Drawing<'_> {
    /// The drawing, in color or not.
    pub(crate) fn draw(self, in_color: bool) -> String {
        let excerpt = self.excerpt();
        let mut diagnostic =
            MietteDiagnostic::new(self.title.chars().map(printable).collect::<String>())
                .with_label(LabeledSpan::new_primary_with_span(
                    Some(self.label.chars().map(printable).collect()),
                    excerpt.marked,
                ));
        diagnostic.help = self.help;
        let report = miette::Report::new(diagnostic).with_source_code(excerpt);
        let theme = if in_color {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let mut drawn = String::new();
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(110)
            .with_links(false);
        match handler.render_report(&mut drawn, report.as_ref()) {
            Ok(()) => drawn,
            // Writing to a text doesn't fail; the title alone is better than nothing.
            Err(_) => format!("{}\n", self.title),
        }
    }

    /// The line of the place, cut to what can be shown.
    fn excerpt(&self) -> Excerpt {
        let line = self.text.split('\n').nth(self.line.saturating_sub(1));
        let line = line.unwrap_or_default().trim_end_matches('\r');
        let place = floor(line, self.column.saturating_sub(1));
        let end = floor(line, place.saturating_add(self.length)).max(place);
        let (before, rest) = line.split_at(place);
        let (marked, after) = rest.split_at(end - place);

        let mut shown = String::new();
        let cut = before
            .char_indices()
            .rev()
            .nth(BEFORE - 1)
            .map_or(0, |(index, _)| index);
        if cut > 0 {
            shown.push('…');
        }
        shown.extend(before[cut..].chars().map(printable));
        let start = shown.len();
        push_some(&mut shown, marked, AFTER);
        let length = shown.len() - start;
        if !shown.ends_with('…') || marked.ends_with('…') {
            push_some(&mut shown, after, AFTER);
        }
        Excerpt {
            name: self.name.to_owned(),
            shown,
            marked: (start, length).into(),
            line: self.lines_before + self.line.saturating_sub(1),
            column: self.column.saturating_sub(1)
                + if self.line == 1 { self.bytes_before } else { 0 },
        }
    }
}

/// Adds the first characters of a text, and a sign that there are more.
fn push_some(shown: &mut String, text: &str, most: usize) {
    let mut characters = text.chars();
    shown.extend(characters.by_ref().take(most).map(printable));
    if characters.next().is_some() {
        shown.push('…');
    }
}

/// The boundary of a character at or before a byte.
fn floor(text: &str, index: usize) -> usize {
    let index = index.min(text.len());
    (0..=index)
        .rev()
        .find(|index| text.is_char_boundary(*index))
        .unwrap_or(0)
}

/// A part of one line, which still knows where it comes from.
#[derive(Debug)]
struct Excerpt {
    name: String,
    shown: String,
    marked: SourceSpan,
    /// From 0.
    line: usize,
    column: usize,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.shown.read_span(span, lines_before, lines_after)?;
        // The place itself is asked for without lines around it, to be told in the heading.
        let is_place = lines_before == 0 && lines_after == 0;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            contents.data(),
            *contents.span(),
            self.line,
            if is_place {
                self.column
            } else {
                contents.column()
            },
            contents.line_count(),
        )))
    }
}
