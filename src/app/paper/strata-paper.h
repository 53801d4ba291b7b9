#pragma once

#include <pango/pangocairo.h>

#include "document/strata-document.h"

G_BEGIN_DECLS

/**
 * StrataPaperAbout:
 * @title: of the course or file, for the head of every page
 * @lesson: of the lesson, for the head of all pages but the first
 * @path: of the lesson's file
 * @folder: what its pictures may not leave
 * @language: BCP 47 tag of what is written, or ""
 * @font: family of the text
 *
 * What is to be printed, besides the document.
 */
typedef struct
{
  char *title;
  char *lesson;
  char *path;
  char *folder;
  char *language;
  char *font;
} StrataPaperAbout;

/**
 * StrataPaperSize:
 * @width: of a sheet
 * @height: of a sheet
 * @margin: what the printer needs to leave free on every side at least
 *
 * Lengths in points, 1/72 inch.
 */
typedef struct
{
  double width;
  double height;
  double margin;
} StrataPaperSize;

/**
 * StrataPaper:
 *
 * A lesson on pages: always dark on white, in points, whatever the window looks
 * like. It is laid out a piece at a time, and of what is laid out only where each
 * page begins is kept.
 */
typedef struct _StrataPaper StrataPaper;

StrataPaperAbout *strata_paper_about_copy (const StrataPaperAbout *about);
void              strata_paper_about_free (StrataPaperAbout       *about);

StrataPaper *strata_paper_new         (const StrataDocument   *document,
                                       const StrataPaperAbout *about,
                                       const StrataPaperSize  *size);
void         strata_paper_free        (StrataPaper            *self);
gboolean     strata_paper_paginate    (StrataPaper            *self,
                                       gint64                  until);
guint        strata_paper_get_n_pages (StrataPaper            *self);
double       strata_paper_get_share   (StrataPaper            *self);
void         strata_paper_draw        (StrataPaper            *self,
                                       cairo_t                *cr,
                                       guint                   page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPaper, strata_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPaperAbout, strata_paper_about_free)

G_END_DECLS
