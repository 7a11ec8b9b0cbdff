package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.Agencies;
import org.lienthong.agency.Agencies.Receipt;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.Invalid;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where agencies bring what they have to say: kept first, handled after. */
@RestController
@Tag(name = "inbox", description = "What agencies tell")
class InboxApi {

  private final Agencies agencies;
  private final CloudEvents events;
  private final TransactionTemplate transaction;

  InboxApi(Agencies agencies, CloudEvents events, PlatformTransactionManager transactions) {
    this.agencies = agencies;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * An event as it is sent.
   *
   * @param specversion 1.0
   * @param source {@code urn:lienthong:agency:<agency>}
   * @param type {@code <agency>.<operation>.replied} or {@code .refused}
   * @param subject the Idempotency-Key of the request that it answers
   * @param data the reply, or the problem
   */
  record Told(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      @Nullable OffsetDateTime time,
      Map<String, Object> data) {}

  @Operation(
      summary = "Bring one CloudEvent, or a batch of at most 100",
      description =
          "Structured, batched, or binary (application/json with ce- headers). The same (source,"
              + " id) again changes nothing; with other data it is a conflict. A batch is taken"
              + " whole or not at all.",
      security = @SecurityRequirement(name = "agency"),
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = CloudEvents.STRUCTURED,
                    schema = @Schema(implementation = Told.class)),
                @Content(
                    mediaType = CloudEvents.BATCH,
                    schema = @Schema(implementation = Told[].class)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(type = "object"))
              }))
  @ApiResponse(responseCode = "202", description = "Kept")
  @PostMapping(
      path = {"/api/inbox", "/api/inbox/{agency}"},
      consumes = {CloudEvents.STRUCTURED, CloudEvents.BATCH, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Void> bring(
      @PathVariable(required = false) @Nullable String agency,
      Principal sender,
      HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    if (agency != null && !agency.equals(sender.getName())) {
      throw new AccessDeniedException("an agency speaks for itself");
    }
    List<CloudEvent> told = events.read(request);
    try {
      transaction.executeWithoutResult(
          status -> told.forEach(event -> keep(sender.getName(), event)));
    } catch (DataAccessException | TransactionException e) {
      // Somebody brings the same at this moment, or the database is away: bring it again.
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return ResponseEntity.accepted().build();
  }

  private void keep(String agency, CloudEvent event) {
    Receipt receipt = receive(agency, event);
    if (receipt == Receipt.CONFLICTS) {
      throw new Conflict("conflict");
    }
    if (receipt == Receipt.NOT_ALLOWED) {
      throw new AccessDeniedException("not this agency's to say");
    }
  }

  private Receipt receive(String agency, CloudEvent event) {
    try {
      return agencies.receive(
          agency, event.source(), event.id(), event.type(), event.subject(), event.data());
    } catch (IllegalArgumentException e) {
      throw new Invalid("/" + e.getMessage(), Body.WRONG_TYPE); // the message is a field's name
    }
  }
}
