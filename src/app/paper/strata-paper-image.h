#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataPaperImages:
 *
 * How large the pictures of a lesson are, by their path. A picture itself is read
 * when it is drawn, and then forgotten.
 */
typedef struct _StrataPaperImages StrataPaperImages;

StrataPaperImages *strata_paper_images_new     (void);
void               strata_paper_images_free    (StrataPaperImages *self);
const char        *strata_paper_images_measure (StrataPaperImages *self,
                                                const char        *path,
                                                double            *width,
                                                double            *height);
void               strata_paper_images_draw    (const char        *path,
                                                cairo_t           *cr,
                                                double             width,
                                                double             height);

G_END_DECLS
