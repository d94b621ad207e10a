//! See [`letta_types_fuzz::differential`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| letta_types_fuzz::differential(data));
