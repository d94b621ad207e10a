//! The payloads that are edited: small ones of every kind.

use std::sync::LazyLock;

use serde_json::Value;
use support::{Form, fixtures::parse};

use crate::subject::{SUBJECTS, Subject, place};

/// A payload of a known type.
pub struct Payload {
    /// What it is read as.
    pub subject: &'static Subject,
    /// The payload.
    pub value: Value,
}

/// All of them.
pub static PAYLOADS: LazyLock<Vec<Payload>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .map(|(form, type_name, path, text)| Payload {
            subject: place(*form, type_name).map_or_else(
                || panic!("{path}: add {form:?} {type_name} to subject.rs"),
                |place| &SUBJECTS[place],
            ),
            value: parse(path, text),
        })
        .collect()
});

macro_rules! texts {
    ($($form:ident $name:ident { $($path:literal)+ })+) => {
        const TEXTS: &[(Form, &str, &str, &str)] = &[$($((
            Form::$form,
            stringify!($name),
            $path,
            include_str!(concat!("../../tests/fixtures/", $path, ".json")),
        ),)+)+];
    };
}

texts! {
    One StepMetrics {
        "steps/metrics"
        "documented/step-metrics"
        "recorded/steps-metrics/40-breaker-failed-llm_api_error-empty"
    }
    One Step {
        "steps/step"
        "documented/retrieve-step"
        "recorded/steps-retrieve/40-breaker-failed-llm_api_error-empty"
    }
    One ProviderTrace {
        "steps/trace"
        "documented/step-trace"
    }
    List Step {
        "documented/list-steps"
        "recorded/steps-list/39-in-flight-pending"
    }
    List LettaMessage {
        "documented/step-messages"
        "recorded/steps-messages/16-client-success-requires_approval-user+approval_request+approval_response+tool_return"
        "recorded/steps-messages/19-analyst-success-end_turn-user+reasoning"
        "recorded/messages-retrieve/07-approval_response_message"
    }
    One InternalMessage {
        "stored/approval-without-tag"
        "stored/approvals"
        "stored/every-field"
        "stored/extra-in-tool-calls"
        "stored/smallest"
        "stored/tool-return-ids"
        "stored/tool-returns"
        "stored/unknown-approval"
    }
    One LettaMessage {
        "messages/approval-request"
        "messages/approval-response-parts"
        "messages/approval-response"
        "messages/assistant-parts"
        "messages/assistant"
        "messages/escapes"
        "messages/event"
        "messages/former-event"
        "messages/former-summary"
        "messages/hidden-reasoning"
        "messages/reasoning"
        "messages/summary"
        "messages/system"
        "messages/tool-call-delta"
        "messages/tool-call-empty-delta"
        "messages/tool-call-whole-delta"
        "messages/tool-call"
        "messages/tool-return-parts"
        "messages/tool-return"
        "messages/unknown-other-shapes"
        "messages/unknown-ping"
        "messages/unknown-stop-reason"
        "messages/unknown-usage-statistics"
        "messages/user-no-parts"
        "messages/user-parts"
        "messages/user"
    }
    One ModifyFeedbackRequest {
        "requests/feedback-empty"
        "requests/feedback-no-tags"
        "requests/feedback"
    }
    One SearchAllMessagesRequest {
        "requests/search-all-smallest"
        "requests/search-all"
    }
    One MessageSearchRequest {
        "requests/search-empty"
        "requests/search-no-query"
        "requests/search"
    }
    One MessageListResult {
        "search/assistant-parts"
        "search/assistant"
        "search/message-assistant"
        "search/message-tool-call"
        "search/message-unknown"
        "search/reasoning"
        "search/system"
        "search/unknown"
        "search/user-parts"
        "search/user"
    }
    One MessageSearchResult {
        "search/stored-search-result"
    }
    One ApiError {
        "errors/detail-and-examples"
        "errors/detail-and-trace"
        "errors/detail-trace-first"
        "errors/detail"
        "errors/documented-validation"
        "errors/model-failure"
        "recorded/steps-feedback/13-err-bad-id"
        "recorded/agents-messages-send/61-breaker-ask-for-an-unknown-model"
    }
    List MessageSearchResult {
        "recorded/agents-messages-search/04-hybrid-limit3"
    }
    Optional ProviderTrace {
        "recorded/steps-trace/61-in-flight"
    }
    List MessageListResult {
        "recorded/messages-search/13-image"
        "recorded/v0.15.1-messages-search/01-hybrid"
    }
}
