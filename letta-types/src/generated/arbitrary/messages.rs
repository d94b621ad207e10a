// @generated from schema/messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::messages`] are made.

use crate::ext::arbitrary::{object, open_enums, ordered_union, tagged_union, union_by_type};
use crate::{
    Approval, ApprovalRequestMessage, ApprovalResponseMessage, ApprovalReturn, AssistantMessage,
    CompactionStats, EventMessage, EventType, HiddenReasoningMessage, HiddenReasoningState,
    LettaMessage, MessageType, ReasoningMessage, ReasoningSource, SummaryMessage, SystemMessage,
    ToolCall, ToolCallDelta, ToolCallMessage, ToolCallOrDelta, ToolCallsOrDelta, ToolReturn,
    ToolReturnMessage, UnknownApproval, UnknownLettaMessage, UserMessage,
};

open_enums! {
    ReasoningSource HiddenReasoningState EventType MessageType
}

tagged_union! {
    LettaMessage by "message_type" {
        System(SystemMessage) tagged;
        User(UserMessage) tagged;
        Reasoning(ReasoningMessage) tagged;
        HiddenReasoning(HiddenReasoningMessage) tagged;
        ToolCall(ToolCallMessage) tagged;
        ToolReturn(ToolReturnMessage) tagged;
        Assistant(AssistantMessage) tagged;
        ApprovalRequest(ApprovalRequestMessage) tagged;
        ApprovalResponse(ApprovalResponseMessage) tagged;
        Summary(SummaryMessage) tagged;
        Event(EventMessage) tagged;
        @unknown UnknownLettaMessage;
        @tags {
            "system_message" "user_message" "reasoning_message" "hidden_reasoning_message"
            "tool_call_message" "tool_return_message" "assistant_message"
            "approval_request_message" "approval_response_message" "summary_message" "summary"
            "event_message" "event"
        }
        @keys {
            "approval_request_id" "approvals" "approve" "compaction_stats" "content" "date"
            "event_data" "event_type" "hidden_reasoning" "id" "is_err" "message_type" "name"
            "otid" "reason" "reasoning" "run_id" "sender_id" "seq_id" "signature" "source"
            "state" "status" "stderr" "stdout" "step_id" "summary" "tool_call" "tool_call_id"
            "tool_calls" "tool_return" "tool_returns"
        }
    }
}

object! {
    SystemMessage {
        id = "id" required;
        content = "content" required;
        date = "date" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    UserMessage {
        id = "id" required;
        content = "content" required;
        date = "date" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    ReasoningMessage {
        id = "id" required;
        date = "date" required;
        reasoning = "reasoning" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        signature = "signature" optional;
        source = "source" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    HiddenReasoningMessage {
        id = "id" required;
        date = "date" required;
        state = "state" required;
        hidden_reasoning = "hidden_reasoning" optional;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    ToolCallMessage {
        id = "id" required;
        date = "date" required;
        tool_call = "tool_call" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        tool_calls = "tool_calls" optional;
        @tag "message_type";
    }
}

object! {
    ToolReturnMessage {
        id = "id" required;
        date = "date" required;
        status = "status" required;
        tool_call_id = "tool_call_id" required;
        tool_return = "tool_return" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        stderr = "stderr" optional;
        stdout = "stdout" optional;
        step_id = "step_id" optional;
        tool_returns = "tool_returns" optional;
        @tag "message_type";
    }
}

object! {
    AssistantMessage {
        id = "id" required;
        content = "content" required;
        date = "date" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    ApprovalRequestMessage {
        id = "id" required;
        date = "date" required;
        tool_call = "tool_call" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        tool_calls = "tool_calls" optional;
        @tag "message_type";
    }
}

object! {
    ApprovalResponseMessage {
        id = "id" required;
        date = "date" required;
        approval_request_id = "approval_request_id" optional;
        approvals = "approvals" optional;
        approve = "approve" optional;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        reason = "reason" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type";
    }
}

object! {
    SummaryMessage {
        id = "id" required;
        date = "date" required;
        summary = "summary" required;
        compaction_stats = "compaction_stats" optional;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type", "summary" in former_tag;
    }
}

object! {
    EventMessage {
        id = "id" required;
        date = "date" required;
        event_data = "event_data" required;
        event_type = "event_type" required;
        is_err = "is_err" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        seq_id = "seq_id" optional;
        step_id = "step_id" optional;
        @tag "message_type", "event" in former_tag;
    }
}

object! {
    ToolCall {
        arguments = "arguments" required;
        name = "name" required;
        tool_call_id = "tool_call_id" required;
    }
}

object! {
    ToolCallDelta {
        arguments = "arguments" optional;
        name = "name" optional;
        tool_call_id = "tool_call_id" optional;
    }
}

ordered_union! {
    ToolCallOrDelta {
        Call(ToolCall) {
        }
        Delta(ToolCallDelta) {
            @not_all arguments name tool_call_id;
        }
        @keys {
            "arguments" "name" "tool_call_id"
        }
    }
}

union_by_type! {
    ToolCallsOrDelta {
        Calls Delta
    }
}

object! {
    ToolReturn {
        status = "status" required;
        tool_call_id = "tool_call_id" required;
        tool_return = "tool_return" required;
        stderr = "stderr" optional;
        stdout = "stdout" optional;
        @tag "type";
    }
}

object! {
    ApprovalReturn {
        approve = "approve" required;
        tool_call_id = "tool_call_id" required;
        reason = "reason" optional;
        @tag "type";
    }
}

tagged_union! {
    Approval by "type" {
        Approval(ApprovalReturn) tagged;
        Tool(ToolReturn) tagged;
        @unknown UnknownApproval;
        @tags {
            "approval" "tool"
        }
        @keys {
            "approve" "reason" "status" "stderr" "stdout" "tool_call_id" "tool_return" "type"
        }
    }
}

object! {
    CompactionStats {
        context_window = "context_window" required;
        messages_count_after = "messages_count_after" required;
        messages_count_before = "messages_count_before" required;
        trigger = "trigger" required;
        context_tokens_after = "context_tokens_after" optional;
        context_tokens_before = "context_tokens_before" optional;
    }
}
