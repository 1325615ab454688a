//! Cleans GIF files: removes comments and extensions of programs.

/// The picture without invisible data. `None` when it cannot be split into its parts.
pub(super) fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = 13 + palette_bytes(*bytes.get(10)?);
    let mut kept = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let is_kept = match *bytes.get(at)? {
            // An image, its palette, and the width of its codes.
            0x2c => {
                at += 10 + palette_bytes(*bytes.get(at + 9)?) + 1;
                true
            }
            0x21 => {
                let kind = *bytes.get(at + 1)?;
                at += 2;
                let name = bytes.get(at..)?;
                // How long an image is shown, and how often all images repeat.
                let is_loop = name.starts_with(b"\x0bNETSCAPE2.0");
                kind == 0xf9 || kind == 0xff && is_loop
            }
            0x3b => {
                kept.push(0x3b);
                return Some(kept);
            }
            _ => return None,
        };
        at = end_of_blocks(bytes, at)?;
        if is_kept {
            kept.extend(bytes.get(start..at)?);
        }
    }
}

/// Size of the palette that a flag byte announces.
fn palette_bytes(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a run of blocks ends. Each block begins with its length; the last one has length zero.
fn end_of_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
