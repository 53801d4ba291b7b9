#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tags that mean something. The order is that of the names in
 * strata-html-token.c. */
typedef enum
{
  STRATA_TAG_NONE,
  STRATA_TAG_A,
  STRATA_TAG_ARTICLE,
  STRATA_TAG_B,
  STRATA_TAG_BLOCKQUOTE,
  STRATA_TAG_BR,
  STRATA_TAG_CENTER,
  STRATA_TAG_CODE,
  STRATA_TAG_DD,
  STRATA_TAG_DETAILS,
  STRATA_TAG_DIV,
  STRATA_TAG_DL,
  STRATA_TAG_DT,
  STRATA_TAG_EM,
  STRATA_TAG_FIGCAPTION,
  STRATA_TAG_FIGURE,
  STRATA_TAG_FOOTER,
  STRATA_TAG_H1,
  STRATA_TAG_H2,
  STRATA_TAG_H3,
  STRATA_TAG_H4,
  STRATA_TAG_H5,
  STRATA_TAG_H6,
  STRATA_TAG_HEADER,
  STRATA_TAG_HR,
  STRATA_TAG_I,
  STRATA_TAG_IMG,
  STRATA_TAG_KBD,
  STRATA_TAG_LI,
  STRATA_TAG_OL,
  STRATA_TAG_P,
  STRATA_TAG_PRE,
  STRATA_TAG_SCRIPT,
  STRATA_TAG_SECTION,
  STRATA_TAG_STRONG,
  STRATA_TAG_STYLE,
  STRATA_TAG_SUB,
  STRATA_TAG_SUMMARY,
  STRATA_TAG_SUP,
  STRATA_TAG_TABLE,
  STRATA_TAG_TD,
  STRATA_TAG_TH,
  STRATA_TAG_TR,
  STRATA_TAG_U,
  STRATA_TAG_UL,
} StrataTag;

typedef enum
{
  STRATA_TOKEN_TEXT,
  STRATA_TOKEN_OPEN,
  STRATA_TOKEN_CLOSE,
  STRATA_TOKEN_UNSEEN,    /* a comment, a declaration, an instruction */
} StrataTokenKind;

/* A piece of HTML. @start and @length are the text, or a tag's attributes. */
typedef struct
{
  StrataTokenKind kind;
  StrataTag       tag;
  const char     *start;
  gsize           length;
} StrataToken;

const char *_strata_html_next          (const char        *html,
                                        StrataToken       *token);
const char *_strata_html_skip_hidden   (const char        *html,
                                        StrataTag          tag);
char       *_strata_html_dup_attribute (const StrataToken *token,
                                        const char        *name);
gsize       _strata_html_read_entity   (const char        *html,
                                        gsize              length,
                                        GString           *out);

G_END_DECLS
