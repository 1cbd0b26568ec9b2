"""What a benchmark says about the machine.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import platform


def facts():
    name = platform.processor()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            name = next((line.split(":")[1].strip() for line in file if "model name" in line), name)
    return {"Processor": f"{name}, {os.cpu_count()} cores", "System": platform.platform(),
            "Load": f"{os.getloadavg()[0]:.1f} when it began; the figures want a quiet machine"}
