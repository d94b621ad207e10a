//! Steps, their metrics and their traces, with every field set.

use letta_types::{ProviderTrace, Step, StepMetrics, StepStatus, StopReasonType};
use serde_json::{Value, json};
use support::{fixtures, text};

fn read<T: serde::de::DeserializeOwned>(file: &str) -> T {
    serde_json::from_str(&fixtures::text(&format!("steps/{file}.json")))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn everything_is_written_as_it_came() {
    for fixture in fixtures::within("steps") {
        let went = fixture.round_trip();
        assert_eq!(went.written, fixture.json(), "{}", fixture.path);
        assert_eq!(text::unknowns(&went.debug), 0, "{}", fixture.path);
    }
}

/// Also what servers send and no published document names.
#[test]
fn everything_is_typed() {
    assert!(read::<Step>("step").extra().is_empty());
    assert!(read::<StepMetrics>("metrics").extra().is_empty());
    let trace = read::<ProviderTrace>("trace");
    assert!(trace.extra().is_empty());
    let billing = trace.billing_context.expect("there is a billing context");
    assert!(billing.extra().is_empty());
}

#[test]
fn values_are_typed() {
    let step: Step = read("step");
    assert_eq!(step.status, Some(StepStatus::Failed));
    assert_eq!(
        step.stop_reason,
        Some(StopReasonType::ContextWindowOverflowInSystemPrompt)
    );
    assert_eq!(
        step.messages.as_deref(),
        Some(&[][..]),
        "an empty list is kept"
    );
    let details = step.completion_tokens_details.expect("there are details");
    assert_eq!(
        details["audio_tokens"],
        Value::Null,
        "an open map keeps its nulls"
    );
}

/// Instants in nanoseconds are beyond what a double holds exactly.
#[test]
fn nanoseconds_are_exact() {
    let metrics: StepMetrics = read("metrics");
    assert_eq!(metrics.step_start_ns, Some(1_795_254_219_892_391_001));
    assert_eq!(
        metrics.llm_request_start_ns,
        Some(1_795_254_219_892_391_003)
    );
    assert_eq!(metrics.step_ns, Some(9_007_199_254_740_993));
    assert_eq!(metrics.tool_execution_ns, Some(4_294_967_297));
}

/// Servers have sent instants with and without an offset, in whole seconds and in fractions.
#[test]
fn instants_are_kept_as_text() {
    for instant in [
        "2026-11-21T09:43:39.923770Z",
        "2026-11-21T09:43:39+00:00",
        "2026-11-21T09:43:39",
        "2099-12-31T23:59:59.123456+02:00",
        "",
    ] {
        let mut json = fixtures::json("steps/trace.json");
        json["created_at"] = json!(instant);
        let trace: ProviderTrace = serde_json::from_value(json.clone()).expect("is read");
        let created_at = trace.created_at.as_ref().expect("there is an instant");
        assert_eq!(created_at.as_str(), instant);
        assert_eq!(serde_json::to_value(&trace).expect("is written"), json);
    }
}

/// The documents' own examples have `id` and `step_id` where identifiers stand.
#[test]
fn any_text_is_an_identifier() {
    for id in ["id", "", "step-7325A1DA", "step-", "ステップ", "a b\n"] {
        let step = Step::new(id);
        assert_eq!(step.id.as_str(), id);
        assert_eq!(step.id.to_string(), id);
        let written = serde_json::to_value(&step).expect("is written");
        assert_eq!(written, json!({ "id": id }));
        assert_eq!(
            serde_json::from_value::<Step>(written).expect("is read"),
            step
        );
    }
}
