// @generated from schema/messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::messages`].

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    Approval, ApprovalRequestId, ApprovalRequestMessage, ApprovalResponseMessage, ApprovalReturn,
    AssistantContent, AssistantMessage, CompactionStats, EventMessage, EventType, Extra,
    HiddenReasoningMessage, HiddenReasoningState, LettaMessage, MessageId, Otid, ReasoningMessage,
    ReasoningSource, RunId, SenderId, StepId, SummaryMessage, SystemMessage, Timestamp, ToolCall,
    ToolCallDelta, ToolCallId, ToolCallMessage, ToolCallOrDelta, ToolCallsOrDelta, ToolReturn,
    ToolReturnMessage, ToolReturnValue, ToolStatus, UnknownApproval, UnknownLettaMessage,
    UserContent, UserMessage,
};

impl LettaMessage {
    /// The tag, `message_type`, as it is written; `None` where the value has none. Of what came
    /// with a former spelling, it is that spelling.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::System(_) => Some(SystemMessage::MESSAGE_TYPE),
            Self::User(_) => Some(UserMessage::MESSAGE_TYPE),
            Self::Reasoning(_) => Some(ReasoningMessage::MESSAGE_TYPE),
            Self::HiddenReasoning(_) => Some(HiddenReasoningMessage::MESSAGE_TYPE),
            Self::ToolCall(_) => Some(ToolCallMessage::MESSAGE_TYPE),
            Self::ToolReturn(_) => Some(ToolReturnMessage::MESSAGE_TYPE),
            Self::Assistant(_) => Some(AssistantMessage::MESSAGE_TYPE),
            Self::ApprovalRequest(_) => Some(ApprovalRequestMessage::MESSAGE_TYPE),
            Self::ApprovalResponse(_) => Some(ApprovalResponseMessage::MESSAGE_TYPE),
            Self::Summary(value) => Some(value.former_tag.unwrap_or(SummaryMessage::MESSAGE_TYPE)),
            Self::Event(value) => Some(value.former_tag.unwrap_or(EventMessage::MESSAGE_TYPE)),
            Self::Unknown(value) => value.message_type.as_deref(),
        }
    }

    /// `id`, whatever the kind; `None` if it is absent.
    ///
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    #[must_use]
    pub fn id(&self) -> Option<&MessageId> {
        match self {
            Self::System(value) => Some(&value.id),
            Self::User(value) => Some(&value.id),
            Self::Reasoning(value) => Some(&value.id),
            Self::HiddenReasoning(value) => Some(&value.id),
            Self::ToolCall(value) => Some(&value.id),
            Self::ToolReturn(value) => Some(&value.id),
            Self::Assistant(value) => Some(&value.id),
            Self::ApprovalRequest(value) => Some(&value.id),
            Self::ApprovalResponse(value) => Some(&value.id),
            Self::Summary(value) => Some(&value.id),
            Self::Event(value) => Some(&value.id),
            Self::Unknown(value) => value.id.as_ref(),
        }
    }

    /// `date`, whatever the kind; `None` if it is absent.
    ///
    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    #[must_use]
    pub fn date(&self) -> Option<&Timestamp> {
        match self {
            Self::System(value) => Some(&value.date),
            Self::User(value) => Some(&value.date),
            Self::Reasoning(value) => Some(&value.date),
            Self::HiddenReasoning(value) => Some(&value.date),
            Self::ToolCall(value) => Some(&value.date),
            Self::ToolReturn(value) => Some(&value.date),
            Self::Assistant(value) => Some(&value.date),
            Self::ApprovalRequest(value) => Some(&value.date),
            Self::ApprovalResponse(value) => Some(&value.date),
            Self::Summary(value) => Some(&value.date),
            Self::Event(value) => Some(&value.date),
            Self::Unknown(value) => value.date.as_ref(),
        }
    }

    /// `is_err`, whatever the kind; `None` if it is absent.
    ///
    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    #[must_use]
    pub fn is_err(&self) -> Option<bool> {
        match self {
            Self::System(value) => value.is_err,
            Self::User(value) => value.is_err,
            Self::Reasoning(value) => value.is_err,
            Self::HiddenReasoning(value) => value.is_err,
            Self::ToolCall(value) => value.is_err,
            Self::ToolReturn(value) => value.is_err,
            Self::Assistant(value) => value.is_err,
            Self::ApprovalRequest(value) => value.is_err,
            Self::ApprovalResponse(value) => value.is_err,
            Self::Summary(value) => value.is_err,
            Self::Event(value) => value.is_err,
            Self::Unknown(value) => value.is_err,
        }
    }

    /// `name`, whatever the kind; `None` if it is absent.
    ///
    /// Name of whoever the message comes from.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::System(value) => value.name.as_deref(),
            Self::User(value) => value.name.as_deref(),
            Self::Reasoning(value) => value.name.as_deref(),
            Self::HiddenReasoning(value) => value.name.as_deref(),
            Self::ToolCall(value) => value.name.as_deref(),
            Self::ToolReturn(value) => value.name.as_deref(),
            Self::Assistant(value) => value.name.as_deref(),
            Self::ApprovalRequest(value) => value.name.as_deref(),
            Self::ApprovalResponse(value) => value.name.as_deref(),
            Self::Summary(value) => value.name.as_deref(),
            Self::Event(value) => value.name.as_deref(),
            Self::Unknown(value) => value.name.as_deref(),
        }
    }

    /// `otid`, whatever the kind; `None` if it is absent.
    ///
    /// Offline threading id of the message.
    #[must_use]
    pub fn otid(&self) -> Option<&Otid> {
        match self {
            Self::System(value) => value.otid.as_ref(),
            Self::User(value) => value.otid.as_ref(),
            Self::Reasoning(value) => value.otid.as_ref(),
            Self::HiddenReasoning(value) => value.otid.as_ref(),
            Self::ToolCall(value) => value.otid.as_ref(),
            Self::ToolReturn(value) => value.otid.as_ref(),
            Self::Assistant(value) => value.otid.as_ref(),
            Self::ApprovalRequest(value) => value.otid.as_ref(),
            Self::ApprovalResponse(value) => value.otid.as_ref(),
            Self::Summary(value) => value.otid.as_ref(),
            Self::Event(value) => value.otid.as_ref(),
            Self::Unknown(value) => value.otid.as_ref(),
        }
    }

    /// `run_id`, whatever the kind; `None` if it is absent.
    ///
    /// Run that the message was created in.
    #[must_use]
    pub fn run_id(&self) -> Option<&RunId> {
        match self {
            Self::System(value) => value.run_id.as_ref(),
            Self::User(value) => value.run_id.as_ref(),
            Self::Reasoning(value) => value.run_id.as_ref(),
            Self::HiddenReasoning(value) => value.run_id.as_ref(),
            Self::ToolCall(value) => value.run_id.as_ref(),
            Self::ToolReturn(value) => value.run_id.as_ref(),
            Self::Assistant(value) => value.run_id.as_ref(),
            Self::ApprovalRequest(value) => value.run_id.as_ref(),
            Self::ApprovalResponse(value) => value.run_id.as_ref(),
            Self::Summary(value) => value.run_id.as_ref(),
            Self::Event(value) => value.run_id.as_ref(),
            Self::Unknown(value) => value.run_id.as_ref(),
        }
    }

    /// `sender_id`, whatever the kind; `None` if it is absent.
    ///
    /// Identity or agent that sent the message.
    #[must_use]
    pub fn sender_id(&self) -> Option<&SenderId> {
        match self {
            Self::System(value) => value.sender_id.as_ref(),
            Self::User(value) => value.sender_id.as_ref(),
            Self::Reasoning(value) => value.sender_id.as_ref(),
            Self::HiddenReasoning(value) => value.sender_id.as_ref(),
            Self::ToolCall(value) => value.sender_id.as_ref(),
            Self::ToolReturn(value) => value.sender_id.as_ref(),
            Self::Assistant(value) => value.sender_id.as_ref(),
            Self::ApprovalRequest(value) => value.sender_id.as_ref(),
            Self::ApprovalResponse(value) => value.sender_id.as_ref(),
            Self::Summary(value) => value.sender_id.as_ref(),
            Self::Event(value) => value.sender_id.as_ref(),
            Self::Unknown(value) => value.sender_id.as_ref(),
        }
    }

    /// `seq_id`, whatever the kind; `None` if it is absent.
    ///
    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    #[must_use]
    pub fn seq_id(&self) -> Option<i64> {
        match self {
            Self::System(value) => value.seq_id,
            Self::User(value) => value.seq_id,
            Self::Reasoning(value) => value.seq_id,
            Self::HiddenReasoning(value) => value.seq_id,
            Self::ToolCall(value) => value.seq_id,
            Self::ToolReturn(value) => value.seq_id,
            Self::Assistant(value) => value.seq_id,
            Self::ApprovalRequest(value) => value.seq_id,
            Self::ApprovalResponse(value) => value.seq_id,
            Self::Summary(value) => value.seq_id,
            Self::Event(value) => value.seq_id,
            Self::Unknown(value) => value.seq_id,
        }
    }

    /// `step_id`, whatever the kind; `None` if it is absent.
    ///
    /// Step that the message was created in.
    #[must_use]
    pub fn step_id(&self) -> Option<&StepId> {
        match self {
            Self::System(value) => value.step_id.as_ref(),
            Self::User(value) => value.step_id.as_ref(),
            Self::Reasoning(value) => value.step_id.as_ref(),
            Self::HiddenReasoning(value) => value.step_id.as_ref(),
            Self::ToolCall(value) => value.step_id.as_ref(),
            Self::ToolReturn(value) => value.step_id.as_ref(),
            Self::Assistant(value) => value.step_id.as_ref(),
            Self::ApprovalRequest(value) => value.step_id.as_ref(),
            Self::ApprovalResponse(value) => value.step_id.as_ref(),
            Self::Summary(value) => value.step_id.as_ref(),
            Self::Event(value) => value.step_id.as_ref(),
            Self::Unknown(value) => value.step_id.as_ref(),
        }
    }

    /// The fields that the variant doesn't declare: of `Unknown`, all but the tag and what any
    /// kind may have.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        match self {
            Self::System(value) => value.extra(),
            Self::User(value) => value.extra(),
            Self::Reasoning(value) => value.extra(),
            Self::HiddenReasoning(value) => value.extra(),
            Self::ToolCall(value) => value.extra(),
            Self::ToolReturn(value) => value.extra(),
            Self::Assistant(value) => value.extra(),
            Self::ApprovalRequest(value) => value.extra(),
            Self::ApprovalResponse(value) => value.extra(),
            Self::Summary(value) => value.extra(),
            Self::Event(value) => value.extra(),
            Self::Unknown(value) => value.extra(),
        }
    }

    /// The fields that the variant doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        match self {
            Self::System(value) => value.extra_mut(),
            Self::User(value) => value.extra_mut(),
            Self::Reasoning(value) => value.extra_mut(),
            Self::HiddenReasoning(value) => value.extra_mut(),
            Self::ToolCall(value) => value.extra_mut(),
            Self::ToolReturn(value) => value.extra_mut(),
            Self::Assistant(value) => value.extra_mut(),
            Self::ApprovalRequest(value) => value.extra_mut(),
            Self::ApprovalResponse(value) => value.extra_mut(),
            Self::Summary(value) => value.extra_mut(),
            Self::Event(value) => value.extra_mut(),
            Self::Unknown(value) => value.extra_mut(),
        }
    }
}

impl UnknownLettaMessage {
    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl SystemMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "system_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        content: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            content: content.into(),
            date: date.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl UserMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "user_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        content: impl Into<UserContent>,
    ) -> Self {
        Self {
            id: id.into(),
            content: content.into(),
            date: date.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ReasoningMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "reasoning_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        reasoning: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            reasoning: reasoning.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            signature: None,
            source: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`signature`](Self::signature).
    #[must_use]
    pub fn with_signature(mut self, signature: impl Into<String>) -> Self {
        self.signature = Some(signature.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn with_source(mut self, source: impl Into<ReasoningSource>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl HiddenReasoningMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "hidden_reasoning_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        state: impl Into<HiddenReasoningState>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            state: state.into(),
            hidden_reasoning: None,
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`hidden_reasoning`](Self::hidden_reasoning).
    #[must_use]
    pub fn with_hidden_reasoning(mut self, hidden_reasoning: impl Into<String>) -> Self {
        self.hidden_reasoning = Some(hidden_reasoning.into());
        self
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolCallMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "tool_call_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        tool_call: impl Into<ToolCallOrDelta>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            tool_call: tool_call.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            tool_calls: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`tool_calls`](Self::tool_calls).
    #[must_use]
    pub fn with_tool_calls(mut self, tool_calls: impl Into<ToolCallsOrDelta>) -> Self {
        self.tool_calls = Some(tool_calls.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolReturnMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "tool_return_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        tool_call_id: impl Into<ToolCallId>,
        status: impl Into<ToolStatus>,
        tool_return: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            status: status.into(),
            tool_call_id: tool_call_id.into(),
            tool_return: tool_return.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            stderr: None,
            stdout: None,
            step_id: None,
            tool_returns: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`stderr`](Self::stderr).
    #[must_use]
    pub fn with_stderr(mut self, stderr: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stderr = Some(stderr.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`stdout`](Self::stdout).
    #[must_use]
    pub fn with_stdout(mut self, stdout: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stdout = Some(stdout.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`tool_returns`](Self::tool_returns).
    #[must_use]
    pub fn with_tool_returns(mut self, tool_returns: impl Into<Vec<ToolReturn>>) -> Self {
        self.tool_returns = Some(tool_returns.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl AssistantMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "assistant_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        content: impl Into<AssistantContent>,
    ) -> Self {
        Self {
            id: id.into(),
            content: content.into(),
            date: date.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ApprovalRequestMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "approval_request_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        tool_call: impl Into<ToolCallOrDelta>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            tool_call: tool_call.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            tool_calls: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`tool_calls`](Self::tool_calls).
    #[must_use]
    pub fn with_tool_calls(mut self, tool_calls: impl Into<ToolCallsOrDelta>) -> Self {
        self.tool_calls = Some(tool_calls.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ApprovalResponseMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "approval_response_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(id: impl Into<MessageId>, date: impl Into<Timestamp>) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            approval_request_id: None,
            approvals: None,
            approve: None,
            is_err: None,
            name: None,
            otid: None,
            reason: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`approval_request_id`](Self::approval_request_id).
    #[must_use]
    pub fn with_approval_request_id(
        mut self,
        approval_request_id: impl Into<ApprovalRequestId>,
    ) -> Self {
        self.approval_request_id = Some(approval_request_id.into());
        self
    }

    /// Sets [`approvals`](Self::approvals).
    #[must_use]
    pub fn with_approvals(mut self, approvals: impl Into<Vec<Approval>>) -> Self {
        self.approvals = Some(approvals.into());
        self
    }

    /// Sets [`approve`](Self::approve).
    #[must_use]
    pub fn with_approve(mut self, approve: bool) -> Self {
        self.approve = Some(approve);
        self
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl SummaryMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "summary_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        summary: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            summary: summary.into(),
            compaction_stats: None,
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            former_tag: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`compaction_stats`](Self::compaction_stats).
    #[must_use]
    pub fn with_compaction_stats(mut self, compaction_stats: impl Into<CompactionStats>) -> Self {
        self.compaction_stats = Some(compaction_stats.into());
        self
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl EventMessage {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "event_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        id: impl Into<MessageId>,
        date: impl Into<Timestamp>,
        event_type: impl Into<EventType>,
        event_data: Map<String, Value>,
    ) -> Self {
        Self {
            id: id.into(),
            date: date.into(),
            event_data,
            event_type: event_type.into(),
            is_err: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            seq_id: None,
            step_id: None,
            former_tag: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`seq_id`](Self::seq_id).
    #[must_use]
    pub fn with_seq_id(mut self, seq_id: i64) -> Self {
        self.seq_id = Some(seq_id);
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolCall {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(
        tool_call_id: impl Into<ToolCallId>,
        name: impl Into<String>,
        arguments: impl Into<String>,
    ) -> Self {
        Self {
            arguments: arguments.into(),
            name: name.into(),
            tool_call_id: tool_call_id.into(),
            extra: Extra::new(),
        }
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolCallDelta {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`arguments`](Self::arguments).
    #[must_use]
    pub fn with_arguments(mut self, arguments: impl Into<String>) -> Self {
        self.arguments = Some(arguments.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`tool_call_id`](Self::tool_call_id).
    #[must_use]
    pub fn with_tool_call_id(mut self, tool_call_id: impl Into<ToolCallId>) -> Self {
        self.tool_call_id = Some(tool_call_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ToolReturn {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "tool";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        tool_call_id: impl Into<ToolCallId>,
        status: impl Into<ToolStatus>,
        tool_return: impl Into<ToolReturnValue>,
    ) -> Self {
        Self {
            status: status.into(),
            tool_call_id: tool_call_id.into(),
            tool_return: tool_return.into(),
            stderr: None,
            stdout: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`stderr`](Self::stderr).
    #[must_use]
    pub fn with_stderr(mut self, stderr: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stderr = Some(stderr.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`stdout`](Self::stdout).
    #[must_use]
    pub fn with_stdout(mut self, stdout: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stdout = Some(stdout.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ApprovalReturn {
    /// The tag: what `type` is on the wire.
    pub const TYPE: &'static str = "approval";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(tool_call_id: impl Into<ToolCallId>, approve: bool) -> Self {
        Self {
            approve,
            tool_call_id: tool_call_id.into(),
            reason: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl Approval {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Approval(_) => Some(ApprovalReturn::TYPE),
            Self::Tool(_) => Some(ToolReturn::TYPE),
            Self::Unknown(value) => value.type_.as_deref(),
        }
    }

    /// `tool_call_id`, whatever the kind; `None` if it is absent.
    ///
    /// Tool call that is answered.
    #[must_use]
    pub fn tool_call_id(&self) -> Option<&ToolCallId> {
        match self {
            Self::Approval(value) => Some(&value.tool_call_id),
            Self::Tool(value) => Some(&value.tool_call_id),
            Self::Unknown(value) => value.tool_call_id.as_ref(),
        }
    }

    /// The fields that the variant doesn't declare: of `Unknown`, all but the tag and what any
    /// kind may have.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        match self {
            Self::Approval(value) => value.extra(),
            Self::Tool(value) => value.extra(),
            Self::Unknown(value) => value.extra(),
        }
    }

    /// The fields that the variant doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        match self {
            Self::Approval(value) => value.extra_mut(),
            Self::Tool(value) => value.extra_mut(),
            Self::Unknown(value) => value.extra_mut(),
        }
    }
}

impl UnknownApproval {
    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl CompactionStats {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        trigger: impl Into<String>,
        context_window: i64,
        messages_count_before: i64,
        messages_count_after: i64,
    ) -> Self {
        Self {
            context_window,
            messages_count_after,
            messages_count_before,
            trigger: trigger.into(),
            context_tokens_after: None,
            context_tokens_before: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`context_tokens_after`](Self::context_tokens_after).
    #[must_use]
    pub fn with_context_tokens_after(mut self, context_tokens_after: i64) -> Self {
        self.context_tokens_after = Some(context_tokens_after);
        self
    }

    /// Sets [`context_tokens_before`](Self::context_tokens_before).
    #[must_use]
    pub fn with_context_tokens_before(mut self, context_tokens_before: i64) -> Self {
        self.context_tokens_before = Some(context_tokens_before);
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}
