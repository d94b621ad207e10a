//! What was returned, for people or for programs.

use letta_types::{
    AssistantContent, LettaMessage, MessageListResult, MessageSearchResult, ProviderTrace, Step,
    StepMetrics, ToolCallOrDelta, UserContent,
};
use serde::Serialize;

/// Something that fits on a line.
pub trait Show: Serialize {
    /// The lines for it: one for each element of a list.
    fn lines(&self) -> Vec<String>;

    /// Prints the lines, or all of it as one line of JSON.
    ///
    /// # Errors
    ///
    /// It can't be written as JSON.
    fn print(&self, json: bool) -> serde_json::Result<()> {
        if json {
            println!("{}", serde_json::to_string(self)?);
        } else {
            for line in self.lines() {
                println!("{line}");
            }
        }
        Ok(())
    }
}

impl<T: Show> Show for Vec<T> {
    fn lines(&self) -> Vec<String> {
        if self.is_empty() {
            return vec!["nothing".to_owned()];
        }
        self.iter().flat_map(Show::lines).collect()
    }
}

/// A list that is printed as its pages come.
pub struct Listing {
    json: bool,
    is_empty: bool,
}

impl Listing {
    /// Nothing has been printed.
    #[must_use]
    pub fn new(json: bool) -> Self {
        Self {
            json,
            is_empty: true,
        }
    }

    /// Prints a page. One of nothing is printed only if it is the last, and no other had anything.
    ///
    /// # Errors
    ///
    /// It can't be written as JSON.
    pub fn print<T: Show>(&mut self, page: &Vec<T>, is_last: bool) -> serde_json::Result<()> {
        if page.is_empty() && !(is_last && self.is_empty) {
            return Ok(());
        }
        self.is_empty = false;
        page.print(self.json)
    }
}

impl<T: Show> Show for Option<T> {
    fn lines(&self) -> Vec<String> {
        self.as_ref()
            .map_or_else(|| vec!["none".to_owned()], Show::lines)
    }
}

/// A count that the server may not have sent. Nothing sent isn't zero.
fn count(value: Option<i64>) -> String {
    value.map_or_else(|| "?".to_owned(), |value| value.to_string())
}

impl Show for Step {
    fn lines(&self) -> Vec<String> {
        // An open enum has a text for every value, be it one that this crate knows or not.
        let status = self.status.as_ref().map_or("?", |status| status.as_str());
        let reason = self.stop_reason.as_ref().map_or("-", |own| own.as_str());
        vec![format!(
            "{} {status} ({reason}): {} prompt + {} completion tokens of {}",
            self.id,
            count(self.prompt_tokens),
            count(self.completion_tokens),
            self.model.as_deref().unwrap_or("an unnamed model"),
        )]
    }
}

impl Show for StepMetrics {
    fn lines(&self) -> Vec<String> {
        vec![format!(
            "{} took {} ns: the model {} ns, tools {} ns",
            self.id,
            count(self.step_ns),
            count(self.llm_request_ns),
            count(self.tool_execution_ns),
        )]
    }
}

impl Show for ProviderTrace {
    fn lines(&self) -> Vec<String> {
        // What a provider was sent and answered is in its own format: maps that hold anything.
        let keys = |map: &serde_json::Map<_, _>| {
            let keys: Vec<&str> = map.keys().map(String::as_str).collect();
            keys.join(", ")
        };
        vec![
            format!("request: {}", keys(&self.request_json)),
            format!("response: {}", keys(&self.response_json)),
        ]
    }
}

impl Show for LettaMessage {
    fn lines(&self) -> Vec<String> {
        // What all kinds share is asked of the message itself, without a match.
        let date = self.date().map_or("?", |date| date.as_str());
        let tag = self.tag().unwrap_or("untagged");
        vec![format!("{date} {tag}: {}", excerpt(&gist(self)))]
    }
}

/// What a message says.
#[must_use]
pub fn gist(message: &LettaMessage) -> String {
    match message {
        LettaMessage::System(message) => message.content.clone(),
        LettaMessage::User(message) => user(&message.content),
        LettaMessage::Reasoning(message) => message.reasoning.clone(),
        LettaMessage::HiddenReasoning(message) => message.state.to_string(),
        LettaMessage::ToolCall(message) => call(&message.tool_call),
        LettaMessage::ToolReturn(message) => format!("{}: {}", message.status, message.tool_return),
        LettaMessage::Assistant(message) => assistant(&message.content),
        LettaMessage::ApprovalRequest(message) => call(&message.tool_call),
        LettaMessage::ApprovalResponse(message) => {
            let count = message.approvals.as_ref().map_or(0, Vec::len);
            format!("{count} answers")
        }
        LettaMessage::Summary(message) => message.summary.clone(),
        LettaMessage::Event(message) => {
            serde_json::Value::from(message.event_data.clone()).to_string()
        }
        // A kind that the server has and this version of the crate hasn't: all of it is there.
        LettaMessage::Unknown(message) => {
            let keys: Vec<&str> = message.extra().iter().map(|(key, _)| key).collect();
            format!("a kind of message that isn't known, with {keys:?}")
        }
        // The enum is non-exhaustive: the next version of the crate may know more kinds.
        _ => String::new(),
    }
}

fn user(content: &UserContent) -> String {
    match content {
        UserContent::Text(text) => text.clone(),
        UserContent::Parts(parts) => format!("{} parts", parts.len()),
    }
}

fn assistant(content: &AssistantContent) -> String {
    match content {
        AssistantContent::Text(text) => text.clone(),
        AssistantContent::Parts(parts) => format!("{} parts", parts.len()),
    }
}

fn call(call: &ToolCallOrDelta) -> String {
    match call {
        ToolCallOrDelta::Call(call) => format!("{}({})", call.name, call.arguments),
        ToolCallOrDelta::Delta(portion) => portion.arguments.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

impl Show for MessageListResult {
    fn lines(&self) -> Vec<String> {
        let text = match self {
            Self::System(result) => result.content.clone(),
            Self::User(result) => user(&result.content),
            Self::Reasoning(result) => result.reasoning.clone(),
            Self::Assistant(result) => assistant(&result.content),
            // What server 0.15.1 sent in place of a result.
            Self::Message(message) => return message.lines(),
            _ => String::new(),
        };
        let id = self.id().map_or("?", |id| id.as_str());
        vec![format!("{id}: {}", excerpt(&text))]
    }
}

impl Show for MessageSearchResult {
    fn lines(&self) -> Vec<String> {
        vec![format!(
            "{:.4} {} {}: {}",
            self.rrf_score,
            self.message.role,
            self.message.id,
            excerpt(&self.embedded_text)
        )]
    }
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    const MOST: usize = 72;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
