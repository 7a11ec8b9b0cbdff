package org.lienthong.catalogue;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a checked folder live: the row and the engine's deployment, both or none. */
@Component
class Publisher {

  private final Publications publications;
  private final ObjectProvider<RepositoryService> engine;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Publisher(
      Publications publications,
      ObjectProvider<RepositoryService> engine,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.publications = publications;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Publishes.
   *
   * @param afterCommit what remains to be done once nothing can be rolled back any more
   * @throws IllegalStateException if somebody else published the folder in this moment
   */
  Publication publish(Folder folder, String author, String approver, Runnable afterCommit) {
    try {
      Publication publication =
          transaction.execute(status -> write(folder, author, approver, afterCommit));
      return java.util.Objects.requireNonNull(publication);
    } catch (DataIntegrityViolationException e) {
      throw new IllegalStateException(folder.key() + " was published by somebody else just now", e);
    }
  }

  private Publication write(Folder folder, String author, String approver, Runnable afterCommit) {
    int sequence =
        publications
            .findFirstByKindAndFolderOrderBySequenceDesc(folder.kind(), folder.key())
            .map(row -> row.publication().sequence() + 1)
            .orElse(1);
    Publication publication =
        new Publication(
            folder.kind(),
            folder.key(),
            sequence,
            FolderDigest.of(folder),
            author,
            approver,
            // as exactly as every database keeps it
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            deploy(folder));
    publications.save(new PublicationRow(publication, folder));
    publications.flush();
    events.publishEvent(new Published(publication, sequence == 1));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            afterCommit.run();
          }
        });
    return publication;
  }

  /** Under the names of the files, so that the same file is the same resource from everywhere. */
  private @Nullable String deploy(Folder folder) {
    if (folder.kind() == FolderKind.AGENCY || folder.kind() == FolderKind.PARAMETERS) {
      return null;
    }
    DeploymentBuilder deployment =
        engine.getObject().createDeployment().name(folder.kind().path() + "/" + folder.key());
    folder
        .files()
        .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    return deployment.deploy().getId();
  }
}
