// @generated from schema/messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::messages`] are read and written.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::json::body::body;
use crate::runtime::{
    by_type::by_type_union,
    object::object,
    tagged::{ordered_union, tagged_union},
    text::open_enum,
    unknown_kind::unknown_object,
};
use crate::{
    Approval, ApprovalRequestId, ApprovalRequestMessage, ApprovalResponseMessage, ApprovalReturn,
    AssistantContent, AssistantMessage, CompactionStats, EventMessage, EventType,
    HiddenReasoningMessage, HiddenReasoningState, LettaMessage, MessageId, MessageType, Otid,
    ReasoningMessage, ReasoningSource, RunId, SenderId, StepId, SummaryMessage, SystemMessage,
    Timestamp, ToolCall, ToolCallDelta, ToolCallId, ToolCallMessage, ToolCallOrDelta,
    ToolCallsOrDelta, ToolReturn, ToolReturnMessage, ToolReturnValue, ToolStatus, UnknownApproval,
    UnknownLettaMessage, UserContent, UserMessage,
};

body! {
    LettaMessage
}

tagged_union! {
    LettaMessage by "message_type" {
        id: MessageId = "id";
        date: Timestamp = "date";
        is_err: bool = "is_err";
        name: String = "name";
        otid: Otid = "otid";
        run_id: RunId = "run_id";
        sender_id: SenderId = "sender_id";
        seq_id: i64 = "seq_id";
        step_id: StepId = "step_id";
        reasoning: String = "reasoning";
        signature: String = "signature";
        source: ReasoningSource = "source";
        state: HiddenReasoningState = "state";
        hidden_reasoning: String = "hidden_reasoning";
        status: ToolStatus = "status";
        tool_call_id: ToolCallId = "tool_call_id";
        tool_return: String = "tool_return";
        approval_request_id: ApprovalRequestId = "approval_request_id";
        approve: bool = "approve";
        reason: String = "reason";
        summary: String = "summary";
        event_data: Map<String, Value> = "event_data";
        event_type: EventType = "event_type";
    }
    @late {
        content = "content" {
            content_as_string: String;
            content_as_user_content: UserContent;
            content_as_assistant_content: AssistantContent;
        }
        tool_call = "tool_call" {
            tool_call: ToolCallOrDelta;
        }
        tool_calls = "tool_calls" {
            tool_calls: ToolCallsOrDelta;
        }
        stderr = "stderr" {
            stderr: Vec<String>;
        }
        stdout = "stdout" {
            stdout: Vec<String>;
        }
        tool_returns = "tool_returns" {
            tool_returns: Vec<ToolReturn>;
        }
        approvals = "approvals" {
            approvals: Vec<Approval>;
        }
        compaction_stats = "compaction_stats" {
            compaction_stats: CompactionStats;
        }
    }
    System(SystemMessage) = "system_message" {
        id date is_err name otid run_id sender_id seq_id step_id
        @late content in content_as_string
    }
    User(UserMessage) = "user_message" {
        id date is_err name otid run_id sender_id seq_id step_id
        @late content in content_as_user_content
    }
    Reasoning(ReasoningMessage) = "reasoning_message" {
        id date reasoning is_err name otid run_id sender_id seq_id signature source step_id
    }
    HiddenReasoning(HiddenReasoningMessage) = "hidden_reasoning_message" {
        id date state hidden_reasoning is_err name otid run_id sender_id seq_id step_id
    }
    ToolCall(ToolCallMessage) = "tool_call_message" {
        id date is_err name otid run_id sender_id seq_id step_id
        @late tool_call in tool_call tool_calls in tool_calls
    }
    ToolReturn(ToolReturnMessage) = "tool_return_message" {
        id date status tool_call_id tool_return is_err name otid run_id sender_id seq_id step_id
        @late stderr in stderr stdout in stdout tool_returns in tool_returns
    }
    Assistant(AssistantMessage) = "assistant_message" {
        id date is_err name otid run_id sender_id seq_id step_id
        @late content in content_as_assistant_content
    }
    ApprovalRequest(ApprovalRequestMessage) = "approval_request_message" {
        id date is_err name otid run_id sender_id seq_id step_id
        @late tool_call in tool_call tool_calls in tool_calls
    }
    ApprovalResponse(ApprovalResponseMessage) = "approval_response_message" {
        id date approval_request_id approve is_err name otid reason run_id sender_id seq_id
        step_id
        @late approvals in approvals
    }
    Summary(SummaryMessage) = "summary_message", "summary" {
        id date summary is_err name otid run_id sender_id seq_id step_id
        @late compaction_stats in compaction_stats
    }
    Event(EventMessage) = "event_message", "event" {
        id date event_data event_type is_err name otid run_id sender_id seq_id step_id
    }
}

unknown_object! {
    UnknownLettaMessage by "message_type" as message_type {
        id: MessageId = "id";
        date: Timestamp = "date";
        is_err: bool = "is_err";
        name: String = "name";
        otid: Otid = "otid";
        run_id: RunId = "run_id";
        sender_id: SenderId = "sender_id";
        seq_id: i64 = "seq_id";
        step_id: StepId = "step_id";
    }
}

object! {
    SystemMessage {
        id: MessageId = "id" required;
        content: String = "content" required;
        date: Timestamp = "date" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "system_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

object! {
    UserMessage {
        id: MessageId = "id" required;
        content: UserContent = "content" required;
        date: Timestamp = "date" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "user_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

object! {
    ReasoningMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        reasoning: String = "reasoning" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "reasoning_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        signature: String = "signature" optional;
        source: ReasoningSource = "source" optional;
        step_id: StepId = "step_id" optional;
    }
}

open_enum! {
    ReasoningSource {
        ReasonerModel = "reasoner_model",
        NonReasonerModel = "non_reasoner_model",
    }
}

object! {
    HiddenReasoningMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        state: HiddenReasoningState = "state" required;
        hidden_reasoning: String = "hidden_reasoning" optional;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "hidden_reasoning_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

open_enum! {
    HiddenReasoningState {
        Redacted = "redacted",
        Omitted = "omitted",
    }
}

object! {
    ToolCallMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        tool_call: ToolCallOrDelta = "tool_call" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "tool_call_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
        tool_calls: ToolCallsOrDelta = "tool_calls" optional;
    }
}

object! {
    ToolReturnMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        status: ToolStatus = "status" required;
        tool_call_id: ToolCallId = "tool_call_id" required;
        tool_return: String = "tool_return" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "tool_return_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        stderr: Vec<String> = "stderr" optional;
        stdout: Vec<String> = "stdout" optional;
        step_id: StepId = "step_id" optional;
        tool_returns: Vec<ToolReturn> = "tool_returns" optional;
    }
}

object! {
    AssistantMessage {
        id: MessageId = "id" required;
        content: AssistantContent = "content" required;
        date: Timestamp = "date" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "assistant_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

object! {
    ApprovalRequestMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        tool_call: ToolCallOrDelta = "tool_call" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "approval_request_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
        tool_calls: ToolCallsOrDelta = "tool_calls" optional;
    }
}

object! {
    ApprovalResponseMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        approval_request_id: ApprovalRequestId = "approval_request_id" optional;
        approvals: Vec<Approval> = "approvals" optional;
        approve: bool = "approve" optional;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "approval_response_message";
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        reason: String = "reason" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

object! {
    SummaryMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        summary: String = "summary" required;
        compaction_stats: CompactionStats = "compaction_stats" optional;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "summary_message", "summary" in former_tag;
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

object! {
    EventMessage {
        id: MessageId = "id" required;
        date: Timestamp = "date" required;
        event_data: Map<String, Value> = "event_data" required;
        event_type: EventType = "event_type" required;
        is_err: bool = "is_err" optional;
        @tag "message_type" = "event_message", "event" in former_tag;
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        seq_id: i64 = "seq_id" optional;
        step_id: StepId = "step_id" optional;
    }
}

open_enum! {
    EventType {
        Compaction = "compaction",
    }
}

object! {
    ToolCall {
        arguments: String = "arguments" required;
        name: String = "name" required;
        tool_call_id: ToolCallId = "tool_call_id" required;
    }
}

object! {
    ToolCallDelta {
        arguments: String = "arguments" optional;
        name: String = "name" optional;
        tool_call_id: ToolCallId = "tool_call_id" optional;
    }
}

ordered_union! {
    ToolCallOrDelta {
        arguments: String = "arguments";
        name: String = "name";
        tool_call_id: ToolCallId = "tool_call_id";
    }
    Call(ToolCall) {
        arguments name tool_call_id
    }
    Delta(ToolCallDelta) {
        arguments name tool_call_id
    }
}

by_type_union! {
    ToolCallsOrDelta, "an array or an object" {
        array: Calls(Vec<ToolCall>);
        object: Delta(ToolCallDelta);
    }
}

object! {
    ToolReturn {
        status: ToolStatus = "status" required;
        tool_call_id: ToolCallId = "tool_call_id" required;
        tool_return: ToolReturnValue = "tool_return" required;
        stderr: Vec<String> = "stderr" optional;
        stdout: Vec<String> = "stdout" optional;
        @tag "type" = "tool";
    }
}

object! {
    ApprovalReturn {
        approve: bool = "approve" required;
        tool_call_id: ToolCallId = "tool_call_id" required;
        reason: String = "reason" optional;
        @tag "type" = "approval";
    }
}

tagged_union! {
    Approval by "type" {
        approve: bool = "approve";
        tool_call_id: ToolCallId = "tool_call_id";
        reason: String = "reason";
        status: ToolStatus = "status";
    }
    @late {
        tool_return = "tool_return" {
            tool_return: ToolReturnValue;
        }
        stderr = "stderr" {
            stderr: Vec<String>;
        }
        stdout = "stdout" {
            stdout: Vec<String>;
        }
    }
    Approval(ApprovalReturn) = "approval" {
        approve tool_call_id reason
    }
    Tool(ToolReturn) = "tool" {
        status tool_call_id
        @late tool_return in tool_return stderr in stderr stdout in stdout
    }
}

unknown_object! {
    UnknownApproval by "type" as type_ {
        tool_call_id: ToolCallId = "tool_call_id";
    }
}

object! {
    CompactionStats {
        context_window: i64 = "context_window" required;
        messages_count_after: i64 = "messages_count_after" required;
        messages_count_before: i64 = "messages_count_before" required;
        trigger: String = "trigger" required;
        context_tokens_after: i64 = "context_tokens_after" optional;
        context_tokens_before: i64 = "context_tokens_before" optional;
    }
}

open_enum! {
    MessageType {
        SystemMessage = "system_message",
        UserMessage = "user_message",
        AssistantMessage = "assistant_message",
        ReasoningMessage = "reasoning_message",
        HiddenReasoningMessage = "hidden_reasoning_message",
        ToolCallMessage = "tool_call_message",
        ToolReturnMessage = "tool_return_message",
        ApprovalRequestMessage = "approval_request_message",
        ApprovalResponseMessage = "approval_response_message",
        SummaryMessage = "summary_message",
        EventMessage = "event_message",
    }
}
