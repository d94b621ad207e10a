//! What is aimed at, beside what was measured.

use std::fmt::Write as _;

use super::{
    record::{Entry, Record},
    wall::{Times, faster},
};

const HEAD: &str = "| what | aim | measured | |\n|---|---:|---:|---|\n";

fn row(text: &mut String, what: &str, aim: &str, cell: Option<String>, is_met: Option<bool>) {
    let cell = cell.unwrap_or_else(|| "not measured".into());
    let mark = is_met.map_or("", mark);
    let _ = writeln!(text, "| {what} | {aim} | {cell} | {mark} |");
}

/// Whether an aim is met, as tables tell it.
pub(super) fn mark(is_met: bool) -> &'static str {
    if is_met { "met" } else { "missed" }
}

fn at_most(text: &mut String, what: &str, limit: f64, measured: Option<f64>) {
    let is_met = measured.map(|number| number <= limit);
    let cell = measured.map(|number| beside(number, limit));
    row(text, what, &format!("≤ {limit}"), cell, is_met);
}

fn at_least(text: &mut String, what: &str, limit: f64, measured: Option<f64>) {
    let is_met = measured.map(|number| number >= limit);
    let cell = measured.map(|number| beside(number, limit));
    row(text, what, &format!("≥ {limit}"), cell, is_met);
}

/// A number with as many digits as it takes to see that it isn't the limit, within reason.
fn beside(number: f64, limit: f64) -> String {
    let short = format!("{number:.2}");
    if short == format!("{limit:.2}") && (number - limit).abs() > f64::EPSILON {
        format!("{number:.3}")
    } else {
        short
    }
}

/// The aims in instructions and allocations.
pub(super) fn table(record: &Record) -> String {
    let entry = |payload: &str, contestant: &str| -> Option<Entry> {
        record.get(payload)?.get(contestant).copied()
    };
    let ratio = |payload: &str, contestant: &str| Some(entry(payload, contestant)?.ratio);
    let orders = [
        "messages",
        "messages-documents",
        "messages-tag-first",
        "messages-tag-last",
    ];
    let worst = orders
        .iter()
        .map(|payload| ratio(payload, "ours"))
        .try_fold(0.0_f64, |worst, one| Some(worst.max(one?)));
    let by_tag: Option<Vec<f64>> = ["messages-tag-first", "messages", "messages-tag-last"]
        .iter()
        .map(|payload| Some(entry(payload, "ours")?.instructions))
        .collect();
    let spread = by_tag.map(|counts| {
        let most = counts.iter().copied().fold(0.0, f64::max);
        let least = counts.iter().copied().fold(f64::INFINITY, f64::min);
        most / least
    });
    let allocations = |payload: &str| Some(entry(payload, "ours")?.allocations);

    let mut text = String::from(HEAD);
    let text = &mut text;
    at_most(
        text,
        "page of messages, worst order of keys, to `ignored`",
        2.0,
        worst,
    );
    at_most(
        text,
        "page of steps, to `ignored`",
        2.15,
        ratio("steps", "ours"),
    );
    at_most(
        text,
        "streamed message, to `ignored`",
        2.2,
        ratio("streamed", "ours"),
    );
    at_most(
        text,
        "streamed message, allocations",
        4.0,
        allocations("streamed"),
    );
    at_most(
        text,
        "page of messages, allocations per message",
        8.5,
        allocations("messages"),
    );
    let least = entry("messages", "clone-ours").map(|entry| format!("{:.2}", entry.allocations));
    row(
        text,
        "the same, of a clone of what was read",
        "",
        least,
        None,
    );
    at_most(
        text,
        "tag first, fourth or last: most to least instructions",
        1.05,
        spread,
    );
    at_most(
        text,
        "page of messages through sonic-rs, to `ignored` of serde_json",
        1.75,
        ratio("messages", "ours-sonic-rs"),
    );
    at_most(
        text,
        "writing a page of messages, to `write-derive-tag`",
        1.0,
        ratio("messages", "write-ours"),
    );
    at_most(
        text,
        "trace of 1 MB with its maps as raw text, to `ignored`",
        1.4,
        ratio("trace", "ours-raw"),
    );
    std::mem::take(text)
}

/// The aims in wall time.
pub(super) fn wall_table(times: &Times) -> String {
    let mut text = String::from(HEAD);
    for (what, payload, contestant, limit) in [
        (
            "page of messages, faster than `derive-tag`",
            "messages",
            "ours",
            1.8,
        ),
        (
            "page of steps, faster than `derive-tag`",
            "steps",
            "ours",
            1.4,
        ),
        (
            "page of messages through sonic-rs, faster than `derive-tag` through serde_json",
            "messages",
            "ours-sonic-rs",
            2.1,
        ),
        (
            "writing a page of messages, faster than `write-derive-tag`",
            "messages",
            "write-ours",
            1.0,
        ),
        (
            "the same by sonic-rs",
            "messages",
            "write-ours-sonic-rs",
            2.1,
        ),
    ] {
        at_least(&mut text, what, limit, faster(times, payload, contestant));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn what_misses_narrowly_is_seen_to() {
        assert_eq!(beside(1.0513, 1.05), "1.051");
        assert_eq!(beside(0.996, 1.0), "0.996");
        assert_eq!(beside(4.0, 4.0), "4.00");
        assert_eq!(beside(2.346, 2.0), "2.35");
    }
}
