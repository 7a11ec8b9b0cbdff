package org.lienthong.catalogue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agency does on request, as its OpenAPI file tells it.
 *
 * @param agency the agency's key
 * @param id the operation's id
 * @param method HTTP's method, upper case
 * @param path the path below the agency's address
 * @param requestProperties per property of the request its type; every one is required that is in
 *     {@code required}
 * @param required the properties without which the agency does not answer
 * @param replyProperties per property of the reply its type
 * @param problems the refusals that the contract declares, by the last segment of the problem's
 *     type
 * @param requestSchema JSON Schema 2020-12 of the request, as text
 * @param replySchema JSON Schema 2020-12 of the reply, as text
 */
public record Operation(
    String agency,
    String id,
    String method,
    String path,
    Map<String, FactType> requestProperties,
    Set<String> required,
    Map<String, FactType> replyProperties,
    Set<String> problems,
    @Nullable String requestSchema,
    String replySchema) {}
