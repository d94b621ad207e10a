//! See [`letta_types_fuzz::structured`].

#![no_main]

use letta_types_fuzz::edit::Edited;

libfuzzer_sys::fuzz_target!(|edited: Edited| letta_types_fuzz::structured(&edited));
