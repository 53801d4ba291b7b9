/* Whatever is read must give a document on which a view can rely. */
#include <stdint.h>

#include "../core/describe-document.h"
#include "document/strata-excerpt.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (StrataDocument) document = strata_document_new ((const char *) data, (gssize) size);
  g_autofree char *markdown = strata_document_dup_markdown (document, 0, G_MAXUINT);
  g_autoptr (StrataDocument) written = strata_document_new (markdown, -1);

  check_document (document);
  check_document (written);
  strata_document_find_heading (document, "a");
  return 0;
}
