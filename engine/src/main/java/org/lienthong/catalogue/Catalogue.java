package org.lienthong.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What is published.
 *
 * <p>Reads are answered from memory and never see half of a publication. Thread-safe.
 */
@Service
public class Catalogue {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /** The live life events, by key. */
  public List<ProcessModel> lifeEvents() {
    throw later();
  }

  /** The live model of a life event or service. */
  public Optional<ProcessModel> live(String processKey) {
    throw later();
  }

  /** The model that a running journey uses: of the deployment that it was started with. */
  public ProcessModel deployed(String deploymentId, String processKey) {
    throw later();
  }

  /** The texts of a deployment. */
  public Texts texts(String deploymentId) {
    throw later();
  }

  /** The texts of a live folder: an agency, a decision's service, a life event, a service. */
  public Texts liveTexts(FolderKind kind, String folder) {
    throw later();
  }

  /** A form of a deployment. */
  public Form form(String deploymentId, String formKey) {
    throw later();
  }

  /** An agency; every one is live or not there. */
  public Optional<Agency> agency(String key) {
    throw later();
  }

  /** All live agencies. */
  public Collection<Agency> agencies() {
    throw later();
  }

  /** The type of a fact, from the contracts, forms and tables that name it. */
  public Optional<FactType> factType(String fact) {
    throw later();
  }

  /** The folder of decisions that owns a decision, such as {@code maternity-benefit}. */
  public Optional<String> serviceOfDecision(String decisionKey) {
    throw later();
  }

  /** The dated amounts in force on a day, by key. */
  public Map<String, Object> parameters(LocalDate keyDate) {
    throw later();
  }

  /** The live version of every folder. */
  public List<Publication> publications() {
    throw later();
  }

  /** A live folder's files. */
  public Optional<Folder> folder(FolderKind kind, String key) {
    throw later();
  }

  /** Everything that is wrong with a folder, seen beside all other live folders. */
  public List<Finding> check(Folder folder) {
    throw later();
  }

  /**
   * Makes a folder live: writes the publication, deploys it, then writes the folder.
   *
   * @throws IllegalArgumentException if the folder has an error, or author and approver are one
   */
  public Publication publish(Folder folder, String author, String approver) {
    throw later();
  }
}
