/* Between the outside layout of parameters and panels.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

/* Copies units `first ..` of a (outputs x inputs) matrix to or from a panel. */
static void copy_panel(const nnreg_layer *layer, size_t q, real *flat, real *panel, bool pack)
{
  size_t units = nnreg_panel_units(layer, q);
  real *column = flat + q * layer->panel;
  for (size_t j = 0; j < layer->inputs; j++, column += layer->outputs, panel += units)
    if (pack)
      memcpy(panel, column, units * sizeof *panel);
    else
      memcpy(column, panel, units * sizeof *panel);
}

static void copy_all(const nnreg_plan *plan, real *flat, real *panels, bool pack)
{
  for (size_t l = 0; l < plan->num_layers; l++) {
    const nnreg_layer *layer = &plan->layers[l];
    for (size_t q = 0; q < layer->num_panels; q++)
      copy_panel(layer, q, flat + layer->offset, panels + nnreg_panel_offset(layer, q), pack);
    real *to = pack ? panels : flat;
    const real *from = pack ? flat : panels;
    memcpy(to + layer->bias, from + layer->bias, layer->outputs * sizeof *to);
  }
}

void nnreg_to_panels(const nnreg_plan *plan, const real *flat, real *panels)
{
  copy_all(plan, (real *)(uintptr_t)flat, panels, true); /* flat is read only here */
}

void nnreg_from_panels(const nnreg_plan *plan, const real *panels, real *flat)
{
  copy_all(plan, flat, (real *)(uintptr_t)panels, false);
}
