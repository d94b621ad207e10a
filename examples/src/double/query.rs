//! Queries, read as the operations that they belong to.

use axum::extract::Query;
use axum::http::Uri;
use letta_types::{
    FeedbackType, ListAllMessages, ListMessagesForStep, ListSteps, MessageType, SortOrder,
    Timestamp, TraceId,
};
use serde_json::Value;

use super::failure::Failure;

/// The parameters of a query.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(super) fn read(uri: &Uri) -> Result<Self, Failure> {
        let query = Query::try_from_uri(uri).map_err(|error| {
            let message = error.to_string();
            Failure::invalid("query", "'query',", &message, &Value::Null)
        })?;
        Ok(Self(query.0))
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let own = self.0.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The value of a parameter that isn't a list. If it is repeated, the last one counts.
    fn one(&self, name: &str) -> Option<&str> {
        self.all(name).last()
    }

    /// A parameter that is read from text.
    fn read_one<T>(
        &self,
        name: &str,
        (kind, message): (&str, &str),
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let Some(text) = self.one(name) else {
            return Ok(None);
        };
        let value = read(text).ok_or_else(|| {
            let place = format!("'query', '{name}'");
            Failure::invalid(kind, &place, message, &text.into())
        })?;
        Ok(Some(value))
    }

    fn integer(&self, name: &str) -> Result<Option<i64>, Failure> {
        const PROBLEM: (&str, &str) = (
            "int_parsing",
            "Input should be a valid integer, unable to parse string as an integer",
        );
        self.read_one(name, PROBLEM, |text| text.parse().ok())
    }

    fn boolean(&self, name: &str) -> Result<Option<bool>, Failure> {
        const PROBLEM: (&str, &str) = (
            "bool_parsing",
            "Input should be a valid boolean, unable to interpret input",
        );
        self.read_one(name, PROBLEM, |text| text.parse().ok())
    }

    fn order(&self) -> Result<Option<SortOrder>, Failure> {
        const PROBLEM: (&str, &str) = ("literal_error", "Input should be 'asc' or 'desc'");
        self.read_one("order", PROBLEM, |text| {
            Some(SortOrder::from(text)).filter(|order| !matches!(order, SortOrder::Unknown(_)))
        })
    }

    fn feedback(&self) -> Result<Option<FeedbackType>, Failure> {
        const PROBLEM: (&str, &str) = ("literal_error", "Input should be 'positive' or 'negative'");
        self.read_one("feedback", PROBLEM, |text| {
            let feedback = FeedbackType::from(text);
            Some(feedback).filter(|feedback| !matches!(feedback, FeedbackType::Unknown(_)))
        })
    }

    fn instant(&self, name: &str) -> Result<Option<Timestamp>, Failure> {
        const PROBLEM: (&str, &str) = ("datetime_parsing", "Input should be a valid datetime");
        self.read_one(name, PROBLEM, |text| {
            Some(Timestamp::from(text)).filter(|instant| instant.to_jiff().is_ok())
        })
    }

    fn message_types(&self) -> Result<Option<Vec<MessageType>>, Failure> {
        const NAME: &str = "include_return_message_types";
        let types: Vec<_> = self.all(NAME).map(MessageType::from).collect();
        for (index, kind) in types.iter().enumerate() {
            if let MessageType::Unknown(text) = kind {
                let place = format!("'query', '{NAME}', {index}");
                let message = "Input should be a kind of message";
                let input = text.as_str().into();
                return Err(Failure::invalid("enum", &place, message, &input));
            }
        }
        Ok(Some(types).filter(|types| !types.is_empty()))
    }

    pub(super) fn list_steps(&self) -> Result<ListSteps, Failure> {
        let mut operation = ListSteps::new();
        operation.after = self.one("after").map(Into::into);
        operation.agent_id = self.one("agent_id").map(Into::into);
        operation.before = self.one("before").map(Into::into);
        operation.end_date = self.instant("end_date")?;
        operation.feedback = self.feedback()?;
        operation.has_feedback = self.boolean("has_feedback")?;
        operation.limit = self.integer("limit")?;
        operation.model = self.one("model").map(Into::into);
        operation.order = self.order()?;
        operation.project_id = self.one("project_id").map(Into::into);
        operation.start_date = self.instant("start_date")?;
        let tags: Vec<_> = self.all("tags").map(str::to_owned).collect();
        operation.tags = Some(tags).filter(|tags| !tags.is_empty());
        let traces: Vec<_> = self.all("trace_ids").map(TraceId::from).collect();
        operation.trace_ids = Some(traces).filter(|traces| !traces.is_empty());
        Ok(operation)
    }

    pub(super) fn step_messages(&self, step: String) -> Result<ListMessagesForStep, Failure> {
        let mut operation = ListMessagesForStep::new(step);
        operation.after = self.one("after").map(Into::into);
        operation.before = self.one("before").map(Into::into);
        operation.limit = self.integer("limit")?;
        operation.order = self.order()?;
        Ok(operation)
    }

    pub(super) fn all_messages(&self) -> Result<ListAllMessages, Failure> {
        let mut operation = ListAllMessages::new();
        operation.after = self.one("after").map(Into::into);
        operation.before = self.one("before").map(Into::into);
        operation.conversation_id = self.one("conversation_id").map(Into::into);
        operation.include_return_message_types = self.message_types()?;
        operation.limit = self.integer("limit")?;
        operation.order = self.order()?;
        Ok(operation)
    }
}
