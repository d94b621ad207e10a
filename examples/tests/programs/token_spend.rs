//! Token spend over hundreds of steps, against sums that are added up here.

use std::collections::BTreeMap;

use crate::support::{run, stderr, stdout, strings};
use letta_types::{ApiError, ErrorDetail, Step};
use letta_types_examples::double::{Store, StoredStep, TestDouble};

const PROGRAM: &str = env!("CARGO_BIN_EXE_token_spend");

const STEPS: usize = 730;

/// What is expected of a row: steps, then sum and unsaid for each of the three counts.
type Expected = (u64, [(i64, u64); 3]);

/// Agent, model and counts of a step, by its number. Models that nobody has heard of are among them, and all
/// that can be left out is left out by some.
fn facts(number: usize) -> (Option<&'static str>, Option<&'static str>, [Option<i64>; 3]) {
    let agents = [Some("agent-a"), Some("agent-b"), Some("agent-c"), None];
    let models = [
        Some("gpt-4o"),
        Some("claude-next"),
        Some("mystery-9"),
        None,
        Some("gpt-4o"),
    ];
    let count = |factor: usize, every: usize| {
        let value = i64::try_from(number * factor % 9_973).expect("a count");
        (number % every != 0).then_some(value)
    };
    (
        agents[number % 7 % 4],
        models[number % 11 % 5],
        [count(131, 29), count(17, 31), count(57, 2)],
    )
}

fn store() -> Store {
    let mut store = Store::new();
    for number in 0..STEPS {
        let (agent, model, [prompt, completion, cached]) = facts(number);
        // Identifiers that aren't in the order of age.
        let mut step = Step::new(format!("step-{}", number * 7_919 % 10_007));
        step.agent_id = agent.map(Into::into);
        step.model = model.map(Into::into);
        step.prompt_tokens = prompt;
        step.completion_tokens = completion;
        step.cached_input_tokens = cached;
        let (day, hour) = (number / 24 % 28 + 1, number % 24);
        let created = format!("2026-{:02}-{day:02}T{hour:02}:00:00Z", number / 672 + 1);
        store.add_step(StoredStep::new(step).with_created_at(created));
    }
    store
}

fn expected(numbers: impl Iterator<Item = usize>) -> BTreeMap<(String, String), Expected> {
    let mut rows = BTreeMap::<_, Expected>::new();
    for number in numbers {
        let (agent, model, counts) = facts(number);
        let key = (
            agent.unwrap_or("(no agent)").to_owned(),
            model.unwrap_or("(no model)").to_owned(),
        );
        let row = rows.entry(key).or_default();
        row.0 += 1;
        for (sum, count) in row.1.iter_mut().zip(counts) {
            match count {
                Some(count) => sum.0 += count,
                None => sum.1 += 1,
            }
        }
    }
    rows
}

/// Reads the table: cells are apart by two spaces or more.
fn rows(table: &str) -> BTreeMap<(String, String), Expected> {
    let mut lines = table.lines();
    let head: Vec<_> = lines.next().expect("a head").split_whitespace().collect();
    assert_eq!(
        head,
        ["agent", "model", "steps", "prompt", "completion", "cached"]
    );
    let rows = lines.map(|line| {
        let cells: Vec<&str> = line
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        let [agent, model, steps, counts @ ..] = cells.as_slice() else {
            panic!("{line}");
        };
        let counts: Vec<(i64, u64)> = counts
            .iter()
            .map(|cell| match cell.split_once(" (") {
                Some((sum, unsaid)) => {
                    let unsaid = unsaid.strip_suffix(" unsaid)").expect("unsaid");
                    (
                        sum.parse().expect("a sum"),
                        unsaid.parse().expect("a number"),
                    )
                }
                None => (cell.parse().expect("a sum"), 0),
            })
            .collect();
        let key = ((*agent).to_owned(), (*model).to_owned());
        let counts = counts.try_into().expect("three counts");
        (key, (steps.parse().expect("a number"), counts))
    });
    rows.collect()
}

#[test]
fn sums_are_those_of_all_pages() {
    let double = TestDouble::start(store()).expect("a server");
    let expected = expected(0..STEPS);
    assert_eq!(expected.len(), 16);
    // An empty page is the last one.
    for (size, requests) in [("100", 9), ("365", 3), ("1000", 2), ("7", 106)] {
        let url = double.url();
        let output = run(PROGRAM, &strings(["--base-url", &url, "--page-size", size]));
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(rows(stdout(&output)), expected, "{size}");
        let asked = double.take_requests();
        assert_eq!(asked.len(), requests, "{size}");
        // One page after the other: each but the first goes on behind a step.
        for (index, request) in asked.iter().enumerate() {
            assert_eq!(request.contains("after=step-"), index > 0, "{request}");
            assert!(
                request.ends_with(&format!("limit={size}&order=asc")),
                "{request}"
            );
        }
    }
}

#[test]
fn filters_are_the_servers() {
    let double = TestDouble::start(store()).expect("a server");
    let url = double.url();
    let output = run(
        PROGRAM,
        &strings([
            "--base-url",
            &url,
            "--agent-id",
            "agent-b",
            "--start-date",
            "2026-01-02T00:00:00Z",
            "--end-date",
            "2026-02-01T00:00:00Z",
        ]),
    );
    assert!(output.status.success(), "{}", stderr(&output));
    // After the 24th hour, before the first hour of the second month of 28 days.
    let numbers = (25..672).filter(|number| facts(*number).0 == Some("agent-b"));
    assert_eq!(rows(stdout(&output)), expected(numbers));
}

#[test]
fn an_empty_list_is_an_empty_table() {
    let double = TestDouble::start(Store::new()).expect("a server");
    let output = run(PROGRAM, &strings(["--base-url", &double.url()]));
    assert!(output.status.success());
    assert!(rows(stdout(&output)).is_empty());
}

#[test]
fn a_failure_is_told_and_no_table_is_printed() {
    let double = TestDouble::start(store()).expect("a server");
    let error = ApiError::new().with_detail(ErrorDetail::Text("Slow down.".to_owned()));
    double.fail_next(429, error);
    let output = run(PROGRAM, &strings(["--base-url", &double.url()]));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    assert_eq!(
        stderr(&output),
        "token_spend: 429 Too Many Requests: Slow down.\n"
    );
}
