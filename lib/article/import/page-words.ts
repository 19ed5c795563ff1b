/**
 * Words that pages use for their own things, in the languages that most articles here are in: English, German, French,
 * Spanish, Italian, Portuguese, Dutch. They only ever weigh together with a line's shape, place or repetition.
 */

/** A word from the list, standing for itself; letters with accents count as letters. */
const anyOf = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

/** What forms ask for and say. */
export const formPhrases = new RegExp(
  anyOf(
    [
      "opt[- ]?ins?|first name|last name|full name|your name|e-?mail address|phone number|post(?:al )?code|zip code|select (?:one|an option)|please leave (?:this|it)|left (?:blank|unchanged)",
      "vorname|nachname|e-?mail-?adresse|telefon(?:nummer)?|postleitzahl|plz|pflichtfeld(?:er)?|absenden|abschicken|benutzername|passwort|einwilligung|bitte (?:auswählen|wählen)",
      "prénom|nom de famille|adresse e-?mail|courriel|téléphone|code postal|champs? (?:obligatoires?|masqués?|cachés?)|envoyer|mot de passe|identifiant",
      "nombre completo|apellidos?|correo electrónico|teléfono|código postal|campos? (?:obligatorios?|ocultos?)|enviar|contraseña|usuario",
      "cognome|indirizzo e-?mail|telefono|codice postale|campi? (?:obbligatori[oi]?|nascost[oi])|invia|password",
      "sobrenome|endereço de e-?mail|telefone|campos? obrigatórios?|senha",
      "voornaam|achternaam|e-?mailadres|telefoonnummer|verplichte? veld(?:en)?|verzenden|wachtwoord",
    ].join("|"),
  ),
  "giu",
);

/** What notices of consent are about. */
export const consentTerms = new RegExp(
  anyOf(
    [
      "privacy (?:policy|notice)|terms (?:of (?:service|use)|and conditions)|cookies?|re-?captcha|captcha|gdpr|data protection",
      "datenschutz(?:erklärung|bestimmungen|hinweise?)?|nutzungsbedingungen|agb|dsgvo",
      "politique de confidentialité|conditions (?:d['’]utilisation|générales)|rgpd|protection des données",
      "política de privacidad|condiciones (?:de uso|del servicio)|términos (?:de uso|y condiciones)|aviso legal|protección de datos",
      "informativa sulla privacy|termini (?:di servizio|e condizioni)|politica de privacidade|política de privacidade|termos de (?:uso|serviço)|privacybeleid|gebruiksvoorwaarden|avg",
    ].join("|"),
  ),
  "giu",
);

/** By which such a notice speaks to whoever looks at the page. */
export const speaksToVisitor = new RegExp(
  anyOf(
    [
      "this (?:site|website|page|form) (?:is|uses)|by (?:clicking|continuing|signing|submitting|subscribing|using|entering)|you (?:agree|consent|accept)|we (?:and our partners )?use cookies|accept (?:all|cookies)|manage (?:preferences|cookies)",
      "diese (?:seite|website|webseite) (?:verwendet|nutzt|ist)|wir (?:verwenden|nutzen|setzen)|mit (?:dem|der|ihrer|deiner) (?:klick|nutzung|anmeldung|absenden)|durch (?:klicken|absenden|die nutzung)|(?:stimmen sie|sie stimmen|erklären sie)|alle akzeptieren",
      "ce site (?:utilise|est)|nous utilisons|en (?:cliquant|continuant|poursuivant|vous inscrivant|soumettant)|vous acceptez|tout accepter",
      "este sitio(?: web)? (?:utiliza|usa|está)|utilizamos|usamos|al (?:hacer clic|continuar|enviar|suscribirse|registrarse)|(?:usted )?acepta|aceptar tod[ao]s?",
      "questo sito (?:utilizza|usa|è)|utilizziamo|cliccando|continuando|accetti|este site (?:utiliza|usa)|ao (?:clicar|continuar)|deze (?:site|website) (?:gebruikt|maakt)|wij gebruiken|door (?:te klikken|verder te gaan)",
    ].join("|"),
  ),
  "iu",
);

/** By which a line asks for a subscription, and what it is a subscription to. */
export const invitation =
  /^(?:sign up|subscribe|join|get|receive|stay|keep up|never miss|don['’]t miss|enter your e-?mail|abonnieren|jetzt|melden sie sich|erhalten sie|verpassen sie|inscrivez-vous|abonnez-vous|recevez|suscríbe(?:te|ase)|recib[ae]|apúntate|iscriviti|ricevi|assine|receba|schrijf (?:je|u) in|ontvang)(?!\p{L})/iu;
export const mailing =
  /(?<!\p{L})(?:newsletters?|inbox|mailing list|e-?mail (?:address|updates|alerts)|subscribers?|subscribe|posteingang|boîte (?:de réception|mail)|infolettre|bolet[ií]n(?:es)?|bandeja de entrada|nieuwsbrief)(?!\p{L})/iu;

/** Marks of advertising, alone on their line. */
export const advert =
  /^\W*(?:advertisement|advertising|sponsored(?: content)?|promoted content|(?:story|article) continues (?:after|below)(?: (?:this )?(?:advertisement|ad))?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie)\W*$/i;

/** Buttons and signposts of a page, alone on their line. */
export const interfaceLine = new RegExp(
  `^(?:${[
    "skip to (?:main )?content|main menu|menu|search|close|home|log ?in|sign in|my account|back to top|toggle navigation|(?:open|close) menu|show (?:more|less)|read (?:more|next)|load more(?: comments)?|leave a comment|\\d+ comments?|comments(?: \\(\\d+\\))?|related (?:articles?|stories|reading|posts)|you (?:may|might) also like|more from .{1,40}|most (?:read|popular)|listen to this article|accept(?: all)?|reject(?: all)?|decline|manage preferences",
    "zum inhalt springen|menü|suche|startseite|anmelden|nach oben|mehr (?:lesen|anzeigen)|weiterlesen|\\d+ kommentare?|(?:alle )?akzeptieren|(?:alle )?ablehnen|einstellungen|artikel (?:anhören|teilen)|drucken|das könnte (?:sie|dich) auch interessieren",
    "aller au contenu|rechercher|accueil|connexion|se connecter|retour en haut|lire (?:la suite|aussi)|\\d+ commentaires?|tout (?:accepter|refuser)|accepter|refuser|paramétrer|imprimer|à lire aussi",
    "saltar al contenido|ir al contenido|buscar|inicio|iniciar sesión|volver arriba|leer más|seguir leyendo|\\d+ comentarios?|aceptar(?: tod[ao]s?)?|rechazar(?: tod[ao]s?)?|configurar|imprimir|te puede interesar",
    "vai al contenuto|cerca|accedi|leggi anche|accetta(?: tutt[io])?|rifiuta|stampa|ir para o conteúdo|entrar|leia (?:mais|também)|aceitar(?: tudo)?|rejeitar|naar de inhoud|zoeken|inloggen|lees (?:meer|ook)|alles accepteren|accepteren|weigeren",
  ].join("|")})$`,
  "iu",
);

/** Claims of rights. */
export const rightsReserved =
  /©|\(c\) \d{4}|\bcopyright \d{4}|all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los derechos|todos os direitos) reservados|tutti i diritti riservati|alle rechten voorbehouden/iu;
