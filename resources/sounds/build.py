"""Make the five sounds: python resources/sounds/build.py. Short sines with soft ends, so that no speaker clicks."""

import math
import struct
import wave
from pathlib import Path

RATE = 22050
# Name to tones of (hertz, seconds, loudness); deep sounds have overtones, a small speaker has no bass. They differ in
# how often they sound, too: once and high, twice, three times, four times up and down, once and long.
SOUNDS = {
    "ok": ((1567.98, 0.09, 0.35),),
    "attention": ((880.0, 0.13, 0.45), (0.0, 0.04, 0.0), (659.26, 0.17, 0.45)),
    "unknown": ((329.63, 0.1, 0.7), (0.0, 0.06, 0.0), (329.63, 0.1, 0.7), (0.0, 0.06, 0.0), (329.63, 0.1, 0.7)),
    "over": ((523.25, 0.09, 0.6), (349.23, 0.09, 0.6), (523.25, 0.09, 0.6), (349.23, 0.09, 0.6)),
    "stop": ((196.0, 0.5, 0.8),),
}
OVERTONES = {"stop": (1.0, 0.7, 0.5, 0.3), "unknown": (1.0, 0.6, 0.3), "over": (1.0, 0.5)}
FADE_S = 0.012


def tone(hertz: float, seconds: float, loudness: float, overtones: tuple[float, ...]) -> list[float]:
    """Samples of one tone from -1 to 1."""
    count, fade = int(RATE * seconds), int(RATE * FADE_S)
    scale = loudness / sum(overtones)
    return [
        scale
        * min(1.0, at / fade, (count - at) / fade)
        * sum(part * math.sin(2 * math.pi * hertz * (n + 1) * at / RATE) for n, part in enumerate(overtones))
        for at in range(count)
    ]


def build(folder: Path) -> None:
    """Write the files, mono, 16 bits."""
    for name, tones in SOUNDS.items():
        samples = [sample for each in tones for sample in tone(*each, OVERTONES.get(name, (1.0,)))]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b"".join(struct.pack("<h", round(sample * 32767)) for sample in samples))


if __name__ == "__main__":
    build(Path(__file__).parent)
